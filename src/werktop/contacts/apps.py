from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "werktop.contacts"
    label = "contacts"

    def ready(self) -> None:
        """Say when this room was in touch with candidates, what it keeps of a person, and how it lets go of one."""
        from werktop.audit.erasure import when_erased
        from werktop.audit.kept import TALKS, keeps
        from werktop.candidates.contact import also_in_touch

        from .erasing import forget_person
        from .queries import latest_contact_of
        from .queries.all_kept import all_kept_of_contacts

        also_in_touch(latest_contact_of)
        tables = ("contacts.MomentPerson", "contacts.ReminderPerson")
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            keeps(person, all_kept_of_contacts, *tables, place=TALKS)
            when_erased(person, forget_person)
