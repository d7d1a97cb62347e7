from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "werktop.contacts"
    label = "contacts"

    def ready(self) -> None:
        """Say when this room was in touch with candidates, what goes along when they go to another colleague, what it tells on
        the pages of people and firms, what it keeps of a person, how it lets go of one, and what becomes of its rows where two
        are brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from werktop.audit.erasure import when_erased
        from werktop.audit.kept import TALKS, keeps
        from werktop.audit.merging import WHOLE, goes_over, settled_by
        from werktop.audit.story import story_from
        from werktop.candidates.along import goes_along
        from werktop.candidates.contact import also_in_touch
        from werktop.ui.panels import LEAVING, panel_on

        from . import moments
        from .along import reminders_follow
        from .erasing import forget_person
        from .merging import settle_roles
        from .panels import panel_of_candidate, panel_of_employer, panel_of_leaving
        from .queries import latest_contact_of
        from .queries.all_kept import all_kept_of_contacts

        also_in_touch(latest_contact_of, is_spoken=True)
        goes_along(reminders_follow)
        story_from("candidates.Candidate", moments.moments_with_candidate)
        story_from("employers.Employer", moments.moments_with_employer)
        panel_on("candidates.Candidate", panel_of_candidate)
        panel_on("candidates.Candidate", panel_of_leaving, LEAVING)
        panel_on("employers.Employer", panel_of_employer)
        tables = ("contacts.MomentPerson", "contacts.ReminderPerson")
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            keeps(person, all_kept_of_contacts, *tables, place=TALKS)
            when_erased(person, forget_person)
        settled_by("candidates.Candidate", settle_roles)
        for person, field in (
            ("candidates.Candidate", "candidate"),
            ("employers.Entrepreneur", "entrepreneur"),
        ):
            goes_over(person, "contacts.MomentPerson", field, beside=("moment_id",), since=WHOLE)
            goes_over(person, "contacts.ReminderPerson", field, beside=("reminder_id",), since=WHOLE)
        for model in ("contacts.ContactMoment", "contacts.Reminder"):
            goes_over("employers.Employer", model, "employer")
