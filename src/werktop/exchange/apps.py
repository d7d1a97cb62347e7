from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "werktop.exchange"
    label = "exchange"

    def ready(self) -> None:
        """Say what this room lets go of when a person is erased."""
        from werktop.audit.erasure import when_erased

        from .erasing import forget_candidate, forget_entrepreneur

        when_erased("candidates.Candidate", forget_candidate)
        when_erased("employers.Entrepreneur", forget_entrepreneur)
