from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "werktop.support"
    label = "support"

    def ready(self) -> None:
        """Say what the commands of this room did, and which of its pages stand beside the list of employers."""
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.telling import tells
        from werktop.ui.sections import section_page

        from . import trail_words

        tells(trail_words)
        section_page("employers", "support:support", "see_desk", _("Regelingen en hulp"), 60)
        section_page("employers", "support:agreements", "see_desk", _("Afspraken in de regio"), 65)
