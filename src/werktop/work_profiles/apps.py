from django.apps import AppConfig


class WorkProfilesConfig(AppConfig):
    name = "werktop.work_profiles"
    label = "work_profiles"

    def ready(self) -> None:
        """Say what this room puts on an employer's page, what it keeps of people, and what becomes of its rows where two firms or
        people are brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _
        from django.utils.translation import ngettext

        from werktop.audit.kept import leaves_out
        from werktop.audit.merging import WHOLE, goes_over
        from werktop.catalogue.used import counted_in
        from werktop.ui.panels import PREPARE, panel_on
        from werktop.ui.sections import section_page

        from .panels import panel_of_carved, panel_of_employer, panel_of_functions, prepare_work
        from .queries import term_uses

        firm, person = "employers.Employer", "employers.Entrepreneur"
        panel_on(firm, panel_of_employer)
        panel_on(firm, panel_of_functions)
        panel_on("work_profiles.WorkProfile", panel_of_carved)
        panel_on(firm, prepare_work, PREPARE)
        section_page("employers", "work_profiles:profiles", "see_employers", _("Werk, nu en later"), 10)
        counted_in(
            "work_profiles",
            lambda number: ngettext("%(n)d werkprofiel", "%(n)d werkprofielen", number) % {"n": number},
            term_uses,
        )
        goes_over(firm, "work_profiles.WorkProfile", "employer")
        goes_over(firm, "work_profiles.EmployerFunction", "employer")
        goes_over(person, "work_profiles.WorkProfile", "to_call", since=WHOLE)
        leaves_out(
            person, "work_profiles.WorkProfile", "whom to call about work at the firm; it says nothing more"
        )
