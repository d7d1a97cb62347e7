from django.apps import AppConfig


class MarketPlanConfig(AppConfig):
    name = "werktop.market_plan"
    label = "market_plan"

    def ready(self) -> None:
        """Say what this room did in the trail, where its page stands in the menu, and what becomes of its rows where two firms are
        brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.merging import goes_over, settled_by
        from werktop.ui.panels import panel_on
        from werktop.ui.sections import section_page

        from .merging import settle_targets
        from .panels import panel_of_employer

        section_page("employers", "market_plan:market_plan", "see_employers", _("Marktplan"), 70)
        panel_on("employers.Employer", panel_of_employer)
        settled_by("employers.Employer", settle_targets)
        goes_over("employers.Employer", "market_plan.Target", "employer")
