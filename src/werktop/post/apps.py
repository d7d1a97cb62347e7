from django.apps import AppConfig


class PostConfig(AppConfig):
    name = "werktop.post"
    label = "post"

    def ready(self) -> None:
        """Say what is kept of what went out to a person."""
        from werktop.audit.kept import MESSAGES, keeps

        from . import checks  # noqa: F401 - registers itself
        from .all_kept import all_kept_of_recipient

        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            keeps(person, all_kept_of_recipient, "post.Message", "post.Link", place=MESSAGES)
