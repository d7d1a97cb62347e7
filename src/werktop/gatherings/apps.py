from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "werktop.gatherings"
    label = "gatherings"

    def ready(self) -> None:
        """Say when this room was in touch with a candidate, and which messages come too late."""
        from werktop.candidates.contact import also_in_touch
        from werktop.post.sense import outdated_when

        from .contact import latest_contact_of
        from .outdated import is_outdated

        also_in_touch(latest_contact_of)
        outdated_when("gathering", is_outdated)
