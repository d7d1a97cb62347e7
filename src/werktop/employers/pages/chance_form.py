"""The questions about a chance: what kind, in words, when and how sure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.employers import spans
from werktop.employers.models import ChanceKind, Span, Sureness
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import DayInput


class ChanceForm(forms.Form):
    """One sentence and its kind are enough."""

    kind = forms.ChoiceField(
        label=_("Wat voor kans is het?"),
        choices=ChanceKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat voor kans het is.")},
    )
    words = forms.CharField(
        label=_("Wat verandert er?"),
        help_text=_("In hun eigen woorden. Geen namen van medewerkers, en niets over gezondheid."),
        max_length=200,
        error_messages={"required": _("Schrijf in een paar woorden wat er verandert.")},
    )
    when = forms.ChoiceField(label=_("Wanneer ongeveer?"), required=False)
    day_of = forms.DateField(label=_("Of op een dag"), required=False, widget=DayInput)
    sureness = forms.ChoiceField(
        label=_("Hoe zeker is het?"),
        required=False,
        choices=[("", _("nog niet gevraagd")), *Sureness.choices],
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["when"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = spans.choices(today, (self.initial or {}).get("when", ""))

    def facts(self) -> dict[str, Any]:
        """What the command takes. A day that is named says more than a quarter."""
        asked = self.cleaned_data
        day = asked["day_of"]
        day, span = (day, str(Span.DAY)) if day else spans.read(asked["when"])
        return {
            "kind": asked["kind"],
            "words": asked["words"],
            "expected_date": day,
            "span": span,
            "sureness": asked["sureness"],
        }


class ChangeChanceForm(ChanceForm, VersionedForm):
    """The same of what stands there."""

    ASKED_AS: ClassVar[Mapping[str, str]] = {"expected_date": "when", "span": "when"}


def answers_of(facts: dict[str, Any]) -> dict[str, Any]:
    """What the form starts from."""
    day, span = facts["expected_date"], facts["span"]
    code = spans.code_of(day, span)
    return {
        "kind": facts["kind"],
        "words": facts["words"],
        "when": code,
        "day_of": None if code else day,
        "sureness": facts["sureness"],
    }
