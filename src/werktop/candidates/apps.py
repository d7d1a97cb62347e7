from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "werktop.candidates"
    label = "candidates"

    def ready(self) -> None:
        """Say on which number people of this room are called where a letter comes too late, and who notes that they were told
        what is kept about them, and what this room keeps of them."""
        from werktop.audit.kept import FILE, keeps
        from werktop.post.heard import when_heard
        from werktop.post.paper import reached_on

        from .commands.informing import note_told_by_message
        from .queries import candidates_by_id
        from .queries.all_kept import all_kept_of_candidate

        keeps(
            "candidates.Candidate",
            all_kept_of_candidate,
            "candidates.Candidate",
            "candidates.CandidateTerm",
            place=FILE,
        )
        when_heard("candidate", note_told_by_message)
        reached_on(
            "candidate", lambda keys: {key: row.phone for key, row in candidates_by_id(list(keys)).items()}
        )
