"""App of the room `ui`."""

from django.apps import AppConfig
from django.core import validators
from django.forms import IntegerField
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    """Template tags, templates, translations and the built look."""

    name = "werktop.ui"
    label = "ui"
    verbose_name = "Uiterlijk"

    def ready(self) -> None:
        """What a question for a number says when it is wrong, in words of the house and not of the framework."""
        validators.MaxValueValidator.message = _("Vul een getal in tot en met %(limit_value)s.")
        validators.MinValueValidator.message = _("Vul een getal in vanaf %(limit_value)s.")
        IntegerField.default_error_messages["invalid"] = _("Vul een getal in, zonder komma.")
