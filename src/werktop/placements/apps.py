from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "werktop.placements"
    label = "placements"

    def ready(self) -> None:
        """Say what this room tells on pages of others, what it keeps, and what becomes of its rows where two are brought
        together. A candidate who leaves the list works on: nothing stops here."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.kept import TALKS, keeps
        from werktop.audit.merging import WHOLE, goes_over, settled_by
        from werktop.audit.story import story_from
        from werktop.ui.panels import LEAVING, panel_on
        from werktop.ui.sections import section_page

        from .merging import settle_of_candidate, settle_of_firm
        from .moments import moments_of_placements
        from .panels import (
            panel_of_candidate,
            panel_of_employer,
            panel_of_entrepreneur,
            panel_of_leaving,
            panel_of_proposal,
            panel_of_work,
        )
        from .queries.all_kept import all_kept_of_candidate, all_kept_of_entrepreneur

        candidate, firm, person = "candidates.Candidate", "employers.Employer", "employers.Entrepreneur"
        panel_on("proposals.Proposal", panel_of_proposal)
        panel_on("work_profiles.WorkProfile", panel_of_work)
        panel_on(candidate, panel_of_candidate)
        panel_on(candidate, panel_of_leaving, LEAVING)
        panel_on(firm, panel_of_employer)
        panel_on(person, panel_of_entrepreneur, "own")
        section_page("employers", "placements:placements", "edit_candidates", _("Plaatsingen"), 31)
        story_from(candidate, moments_of_placements)
        keeps(candidate, all_kept_of_candidate, "placements.Placement", place=TALKS)
        keeps(person, all_kept_of_entrepreneur, "placements.Placement", place=TALKS)
        settled_by(candidate, settle_of_candidate)
        settled_by(firm, settle_of_firm)
        goes_over(candidate, "placements.Placement", "candidate", words=_("een plaatsing"))
        goes_over(firm, "placements.Placement", "employer", since=WHOLE)
        goes_over(person, "placements.Placement", "entrepreneur", since=WHOLE)
