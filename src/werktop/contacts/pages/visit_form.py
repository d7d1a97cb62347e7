"""The questions about a visit: when, who goes, whom one sees there, what for, and what one wants to ask."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.accounts.standing_in import colleagues_to_choose
from werktop.contacts.queries.visits import visit_facts, visit_version
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import ClockInput, DayInput

from .who import around_firm

LENGTHS = (15, 30, 45, 60, 90, 120, 180)


class VisitForm(forms.Form):
    """Day and hour are enough."""

    day = forms.DateField(
        label=_("Op welke dag?"),
        widget=DayInput,
        error_messages={"required": _("Kies een dag."), "invalid": _("Kies een dag die bestaat.")},
    )
    hour = forms.TimeField(
        label=_("Hoe laat?"),
        widget=ClockInput,
        error_messages={"required": _("Kies een tijd."), "invalid": _("Schrijf een tijd als 14:30.")},
    )
    minutes = forms.TypedChoiceField(label=_("Hoe lang?"), coerce=int, initial=60)
    account_id = forms.TypedChoiceField(label=_("Wie gaat er?"), coerce=UUID)
    entrepreneur_id = forms.TypedChoiceField(
        label=_("Wie zie je daar?"), coerce=UUID, required=False, empty_value=None
    )
    purpose = forms.CharField(label=_("Waarvoor ga je?"), required=False, max_length=200)
    questions = forms.CharField(
        label=_("Wat wil je zelf vragen?"),
        help_text=_("Eén vraag per regel. Ze staan op het blad waarmee je je voorbereidt."),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, viewer: Any, at: datetime, employer_id: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(value.partition(":")[2], words) for value, words in around_firm(viewer, employer_id)]
        lengths = sorted({*LENGTHS, int((self.initial or {}).get("minutes") or 60)})
        self._choose("account_id", list(colleagues_to_choose(viewer, at).items()))
        self._choose("entrepreneur_id", [("", gettext("nog niet bekend")), *people])
        self._choose("minutes", [(each, gettext("%(n)d minuten") % {"n": each}) for each in lengths])

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
        standing = (self.initial or {}).get(name)
        if standing and str(standing) not in {str(value) for value, _words in choices}:
            # who left stays until somebody else is chosen
            field.choices = [(str(standing), gettext("zoals het er nu staat")), *choices]

    def facts(self) -> dict[str, Any]:
        """What the command takes."""
        asked = self.cleaned_data
        starts_at = timezone.make_aware(datetime.combine(asked["day"], asked["hour"]))
        names = ("minutes", "account_id", "entrepreneur_id", "purpose", "questions")
        return {"starts_at": starts_at} | {name: asked[name] for name in names}


class ChangeVisitForm(VisitForm, VersionedForm):
    """The same of what stands there, and why it is on another moment."""

    ASKED_AS: ClassVar[Mapping[str, str]] = {"starts_at": "day"}
    reason = forms.CharField(
        label=_("Waarom een ander moment?"),
        help_text=_("Alleen als je de dag of de tijd wijzigt."),
        required=False,
        max_length=200,
    )

    def facts(self) -> dict[str, Any]:
        """See `VisitForm`."""
        return super().facts() | {"reason": self.cleaned_data["reason"]}


class CallOffForm(forms.Form):
    """Why it does not take place."""

    why = forms.CharField(label=_("Waarom gaat het niet door?"), max_length=200, required=False)


def answers_of(visit: Any) -> dict[str, Any]:
    """What the form starts from, with its version."""
    starts_at = timezone.localtime(visit.starts_at)
    return visit_facts(visit) | {
        "day": starts_at.date(),
        "hour": starts_at.time(),
        "version": visit_version(visit),
    }
