from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "werktop.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Say what this room lets go of when a person is erased, and what it keeps of one."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from werktop.audit.erasure import when_erased
        from werktop.audit.kept import LISTS, keeps

        from .all_kept import all_kept_of_listed
        from .erasing import forget_candidate, forget_entrepreneur

        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            keeps(person, all_kept_of_listed, "exchange.Upload", place=LISTS)
        when_erased("candidates.Candidate", forget_candidate)
        when_erased("employers.Entrepreneur", forget_entrepreneur)
