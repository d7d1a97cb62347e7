from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "werktop.proposals"
    label = "proposals"

    def ready(self) -> None:
        """Say what this room tells on pages of others, what it keeps, and what becomes of its rows where somebody stops or two are
        brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.kept import TALKS, keeps
        from werktop.audit.merging import goes_over, settled_by
        from werktop.audit.running import runs_with
        from werktop.audit.story import story_from
        from werktop.candidates.objected import ends_at_objection
        from werktop.ui.panels import panel_on
        from werktop.ui.sections import section_page

        from .commands import stop_with_candidate, stop_with_entrepreneur
        from .merging import settle_proposals
        from .moments import moments_of_proposals
        from .panels import panel_of_candidate, panel_of_entrepreneur, panel_of_work, runs_for_work, runs_of
        from .queries.all_kept import all_kept_of_candidate, all_kept_of_entrepreneur

        candidate, person = "candidates.Candidate", "employers.Entrepreneur"
        panel_on(candidate, panel_of_candidate)
        panel_on("work_profiles.WorkProfile", panel_of_work)
        panel_on(person, panel_of_entrepreneur, "own")
        section_page("employers", "proposals:proposals", "edit_candidates", _("Voordrachten"), 30)
        story_from(candidate, moments_of_proposals)
        keeps(candidate, all_kept_of_candidate, "proposals.Proposal", place=TALKS)
        keeps(person, all_kept_of_entrepreneur, "proposals.Proposal", place=TALKS)
        runs_with(candidate, runs_of, stop=stop_with_candidate)
        runs_with(person, runs_of, stop=stop_with_entrepreneur)
        runs_with("work_profiles.WorkProfile", runs_for_work)
        ends_at_objection("employers", stop_with_candidate)
        settled_by(candidate, settle_proposals)
        goes_over(candidate, "proposals.Proposal", "candidate", words=_("een voordracht"))
        goes_over(person, "proposals.Proposal", "entrepreneur", words=_("een voordracht"))
