from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "werktop.gatherings"
    label = "gatherings"

    def ready(self) -> None:
        """Say when this room was in touch with a candidate."""
        from werktop.candidates.contact import also_in_touch

        from .contact import latest_contact_of

        also_in_touch(latest_contact_of)
