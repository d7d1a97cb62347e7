from django.apps import AppConfig


class CandidatesConfig(AppConfig):
    name = "werktop.candidates"
    label = "candidates"

    def ready(self) -> None:
        """Say on which number people of this room are called where a letter comes too late."""
        from werktop.post.paper import reached_on

        from .queries import candidates_by_id

        reached_on(
            "candidate", lambda keys: {key: row.phone for key, row in candidates_by_id(list(keys)).items()}
        )
