from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "werktop.candidates"
    label = "candidates"

    def ready(self) -> None:
        """Say where the post finds people of this room, who is at an e-mail address and who ties a strong login to them, who notes
        that they were told what is kept about them, what this room keeps of them, and what becomes of its rows where two are
        brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _
        from django.utils.translation import ngettext

        from werktop.accounts.holders import found_at, tied_by
        from werktop.audit.kept import FILE, keeps, leaves_out
        from werktop.audit.merging import (
            ASKED,
            BEFORE,
            WHOLE,
            goes_over,
            merges,
            settled_apart_by,
            settled_by,
        )
        from werktop.catalogue.used import counted_in
        from werktop.post.heard import when_heard
        from werktop.post.recipients import found_by

        from .commands.informing import note_told_by_message
        from .commands.keeping import hold_whom_one_works_with
        from .merging import settle_apart, settle_parts
        from .models import PARTS
        from .queries import candidates_at, candidates_by_id, term_uses
        from .queries.all_kept import all_kept_of_candidate
        from .queries.comparing import GUARDED_WORDS
        from .queries.saying import NAMES

        keeps(
            "candidates.Candidate",
            all_kept_of_candidate,
            "candidates.Candidate",
            "candidates.Objection",
            "candidates.Presentation",
            "candidates.Look",
            "audit.Merge",
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
        tied_by("candidate", hold_whom_one_works_with)
        merges("candidates.Candidate", "candidate")
        settled_by("candidates.Candidate", settle_parts)
        settled_apart_by("candidates.Candidate", settle_apart)
        candidate = "candidates.Candidate"
        goes_over(candidate, "candidates.Objection", "candidate", since=BEFORE)
        goes_over(candidate, "candidates.Look", "candidate", since=WHOLE)
        goes_over(candidate, "candidates.OwnWriting", "candidate", since=WHOLE)
        text = _("de tekst voor werkgevers")
        goes_over(candidate, "candidates.Presentation", "candidate", since=ASKED, words=text, says=("words",))
        for name, model in PARTS.items():
            words = GUARDED_WORDS if model.IS_GUARDED else NAMES[name]
            goes_over(candidate, model._meta.label, "candidate", since=ASKED, words=words, says=model.SAYS)
        leaves_out(
            "candidates.Candidate",
            "candidates.OwnWriting",
            "that a colleague has still to read what the person wrote; the words are told where they stand",
        )
        leaves_out(
            "candidates.Candidate",
            "audit.Likeness",
            "a guess of the software about two rows; what came of it is told",
        )
