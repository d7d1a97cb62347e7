from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "werktop.desk"
    label = "desk"

    def ready(self) -> None:
        """Say what this room, which looks across rooms, knows of a candidate."""
        from werktop.candidates.story import also_from

        from .moments import gathering_moments

        also_from(gathering_moments)
