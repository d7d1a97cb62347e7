from django.apps import AppConfig


class MatchesConfig(AppConfig):
    name = "werktop.matches"
    label = "matches"

    def ready(self) -> None:
        """Say what this room lets go of when a person is erased."""
        from werktop.audit.erasure import when_erased

        from .erasing import forget_person

        when_erased("candidates.Candidate", forget_person)
        when_erased("employers.Entrepreneur", forget_person)
