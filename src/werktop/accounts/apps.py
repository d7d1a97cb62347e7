from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "werktop.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Say what is kept of a person in the trail and in the log of who looked, in the words of this room."""
        from werktop.audit.kept import DOINGS, keeps

        from .all_kept import all_kept_of_doings

        tables = ("audit.Entry", "audit.PersonalView", "audit.Receipt")
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            keeps(person, all_kept_of_doings, *tables, place=DOINGS)
