from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "werktop.portal"
    label = "portal"

    def ready(self) -> None:
        """Say what this room puts on the page of a candidate and of a firm, and that its messages are heard when the own page is
        opened."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        from werktop.post.heard import heard_when_opened
        from werktop.ui.panels import panel_on

        from .panels import panel_of_candidate, panel_of_firm

        heard_when_opened("own_page")
        panel_on("candidates.Candidate", panel_of_candidate)
        panel_on("employers.Employer", panel_of_firm)
