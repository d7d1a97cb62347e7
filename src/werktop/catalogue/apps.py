from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    name = "werktop.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Say what the commands of this room did, in the words of the trail."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
