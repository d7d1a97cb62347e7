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
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.erasure import when_erased
        from werktop.audit.kept import TALKS, keeps
        from werktop.audit.merging import WHOLE, goes_over, settled_by
        from werktop.audit.story import story_from
        from werktop.candidates.along import goes_along
        from werktop.candidates.contact import also_in_touch
        from werktop.employers.living import also_alive
        from werktop.ui.panels import LEAVING, PREPARE, panel_on
        from werktop.ui.sections import section_page

        from . import moments
        from .along import reminders_follow
        from .erasing import forget_person
        from .merging import settle_roles
        from .panels import panel_of_candidate, panel_of_employer, panel_of_leaving
        from .queries import firms_spoken_with, latest_contact_of
        from .queries.all_kept import all_kept_of_contacts
        from .visit_panels import panel_of_visits, prepare_contact, prepare_visit

        also_in_touch(latest_contact_of, is_spoken=True)
        also_alive(firms_spoken_with)
        goes_along(reminders_follow)
        story_from("candidates.Candidate", moments.moments_with_candidate)
        story_from("employers.Employer", moments.moments_with_employer)
        panel_on("candidates.Candidate", panel_of_candidate)
        panel_on("candidates.Candidate", panel_of_leaving, LEAVING)
        panel_on("employers.Employer", panel_of_employer)
        panel_on("employers.Employer", panel_of_visits)
        for piece in (prepare_visit, prepare_contact):
            panel_on("employers.Employer", piece, PREPARE)
        section_page("employers", "contacts:visits", "see_employers", _("Bezoeken"), 15)
        tables = ("contacts.MomentPerson", "contacts.ReminderPerson")
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            seen = ("contacts.Visit",) if person == "employers.Entrepreneur" else ()
            keeps(person, all_kept_of_contacts, *tables, *seen, place=TALKS)
            when_erased(person, forget_person)
        settled_by("candidates.Candidate", settle_roles)
        for person, field in (
            ("candidates.Candidate", "candidate"),
            ("employers.Entrepreneur", "entrepreneur"),
        ):
            goes_over(person, "contacts.MomentPerson", field, beside=("moment_id",), since=WHOLE)
            goes_over(person, "contacts.ReminderPerson", field, beside=("reminder_id",), since=WHOLE)
        goes_over("employers.Entrepreneur", "contacts.Visit", "entrepreneur", since=WHOLE)
        for model in ("contacts.ContactMoment", "contacts.Reminder", "contacts.Visit"):
            goes_over("employers.Employer", model, "employer")
