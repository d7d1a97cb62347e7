"""App of the room `ui`."""

from typing import Any

from django import forms
from django.apps import AppConfig
from django.core import validators
from django.utils.translation import gettext_lazy as _

UNANSWERED: dict[Any, Any] = {
    forms.Field: _("Vul dit in."),
    forms.EmailField: _("Vul een e-mailadres in."),
    forms.ChoiceField: _("Kies wat past."),
    forms.BooleanField: _("Zet hier een vinkje."),
    forms.DateField: _("Kies een dag."),
    forms.TimeField: _("Kies een tijd."),
    forms.DateTimeField: _("Kies een dag en een tijd."),
    forms.IntegerField: _("Vul een getal in."),
    forms.FileField: _("Kies een bestand."),
}
"""What to do about a question that was left open, by kind of question; a form that knows better says so itself."""


class UiConfig(AppConfig):
    """Template tags, templates, translations and the built look."""

    name = "werktop.ui"
    label = "ui"
    verbose_name = "Uiterlijk"

    def ready(self) -> None:
        """What a question says when it is left open or a number is wrong, in words of the house and not of the framework."""
        validators.MaxValueValidator.message = _("Vul een getal in tot en met %(limit_value)s.")
        validators.MinValueValidator.message = _("Vul een getal in vanaf %(limit_value)s.")
        for kind, words in UNANSWERED.items():
            own = vars(kind).get("default_error_messages", {})
            kind.default_error_messages = {**own, "required": words}
        forms.IntegerField.default_error_messages["invalid"] = _("Vul een getal in, zonder komma.")
