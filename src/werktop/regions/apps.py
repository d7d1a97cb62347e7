from django.apps import AppConfig


class RegionsConfig(AppConfig):
    name = "werktop.regions"
    label = "regions"

    def ready(self) -> None:
        """Say what the commands of this room did, in the words of the trail."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
