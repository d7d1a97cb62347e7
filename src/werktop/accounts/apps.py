from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "werktop.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Say what is kept of a person in the trail, in the log of who looked and of logging in, in the words of this room; which
        codes nobody waits for any more; how it lets go of a person; and where the post finds colleagues."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from werktop.audit.erasure import when_erased
        from werktop.audit.kept import DOINGS, keeps
        from werktop.audit.merging import named_by, settled_apart_by, settled_by
        from werktop.post.recipients import found_by
        from werktop.post.sense import outdated_when

        from .all_kept import all_kept_of_doings, all_kept_of_logins
        from .merging import settle_logins, settle_logins_apart
        from .own_pages import forget_person, is_code_over
        from .queries import accounts_by_id

        found_by("account", accounts_by_id)

        tables = ("audit.Entry", "audit.PersonalView", "audit.Receipt")
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            keeps(person, all_kept_of_doings, *tables, place=DOINGS)
            keeps(
                person,
                all_kept_of_logins,
                "accounts.LoginCode",
                "accounts.OwnSession",
                "accounts.Pairing",
                place=DOINGS,
            )
            when_erased(person, forget_person)
        outdated_when("own_code", is_code_over)

        for person in ("candidates.Candidate", "employers.Entrepreneur", "employers.Employer"):
            for model in ("accounts.LoginCode", "accounts.OwnSession", "accounts.Pairing"):
                named_by(person, model, "holder_id", "holder_kind")
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            settled_by(person, settle_logins)
            settled_apart_by(person, settle_logins_apart)
