"""App of the room `ui`."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Template tags, templates, translations and the built look."""

    name = "werktop.ui"
    label = "ui"
    verbose_name = "Uiterlijk"
