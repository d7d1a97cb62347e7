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

        from werktop.audit.kept import TALKS, keeps, leaves_out
        from werktop.audit.merging import WHOLE, goes_over, settled_by
        from werktop.audit.running import runs_with
        from werktop.candidates.objected import ends_at_objection
        from werktop.catalogue.used import counted_in
        from werktop.employers.living import also_alive
        from werktop.ui.panels import PREPARE, WORK, panel_on
        from werktop.ui.sections import section_page

        from .commands.hiring import leave_queues
        from .merging import settle_turns
        from .panels import (
            panel_of_candidate,
            panel_of_carved,
            panel_of_chance,
            panel_of_employer,
            panel_of_functions,
            prepare_work,
        )
        from .queries import firms_with_work, term_uses
        from .queries.all_kept import all_kept_of_sign_ups
        from .running import running_turns

        firm, person = "employers.Employer", "employers.Entrepreneur"
        panel_on(firm, panel_of_employer, WORK)
        also_alive(firms_with_work)
        panel_on(firm, panel_of_functions, WORK)
        panel_on("work_profiles.WorkProfile", panel_of_carved)
        panel_on(firm, prepare_work, PREPARE)
        panel_on("employers.Chance", panel_of_chance)
        section_page("employers", "work_profiles:profiles", "see_employers", _("Werk, nu en later"), 10)
        section_page("employers", "work_profiles:expected", "see_employers", _("Wat eraan komt"), 11)
        counted_in(
            "work_profiles",
            lambda number: ngettext("%(n)d werkprofiel", "%(n)d werkprofielen", number) % {"n": number},
            term_uses,
        )
        goes_over(firm, "work_profiles.WorkProfile", "employer")
        goes_over(firm, "work_profiles.EmployerFunction", "employer")
        goes_over(person, "work_profiles.WorkProfile", "to_call", since=WHOLE)
        said = "whom to call about work at the firm; it says nothing more of that person"
        for model in ("WorkProfile", "WorkProfileTerm", "WorkProfileRequirement", "SignUp", "FunctionTask"):
            leaves_out(person, f"work_profiles.{model}", said)
        candidate = "candidates.Candidate"
        panel_on(candidate, panel_of_candidate)
        keeps(candidate, all_kept_of_sign_ups, "work_profiles.SignUp", place=TALKS)
        runs_with(candidate, running_turns, end=leave_queues, stop=leave_queues)
        ends_at_objection("employers", leave_queues)
        settled_by(candidate, settle_turns)
        goes_over(candidate, "work_profiles.SignUp", "candidate", since=WHOLE)
