from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "werktop.candidates"
    label = "candidates"

    def ready(self) -> None:
        """Say where the post finds people of this room and who is at an e-mail address, who notes that they were told what is
        kept about them, and what this room keeps of them."""
        from django.utils.translation import ngettext

        from werktop.accounts.holders import found_at
        from werktop.audit.kept import FILE, keeps
        from werktop.catalogue.used import counted_in
        from werktop.post.heard import when_heard
        from werktop.post.recipients import found_by

        from .commands.informing import note_told_by_message
        from .models import PARTS
        from .queries import candidates_at, candidates_by_id, term_uses
        from .queries.all_kept import all_kept_of_candidate

        keeps(
            "candidates.Candidate",
            all_kept_of_candidate,
            "candidates.Candidate",
            "candidates.Presentation",
            "candidates.Look",
            *(model._meta.label for model in PARTS.values()),
            place=FILE,
        )
        counted_in(
            "candidates",
            lambda number: ngettext("%(n)d kandidaat", "%(n)d kandidaten", number) % {"n": number},
            term_uses,
        )
        when_heard("candidate", note_told_by_message)
        found_by("candidate", candidates_by_id)
        found_at("candidate", candidates_at)
