from django.apps import AppConfig


class MatchesConfig(AppConfig):
    name = "werktop.matches"
    label = "matches"

    def ready(self) -> None:
        """Say what this room lets go of when a person is erased, and when it was in touch with a candidate."""
        from werktop.audit.erasure import when_erased
        from werktop.candidates.contact import also_in_touch

        from .contact import latest_contact_of
        from .erasing import forget_person

        also_in_touch(latest_contact_of)
        when_erased("candidates.Candidate", forget_person)
        when_erased("employers.Entrepreneur", forget_person)
