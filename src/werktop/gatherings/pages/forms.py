"""The questions about a gathering."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.employers import queries as employers
from werktop.ui.versioned import VersionedForm
from werktop.ui.widgets import ClockInput, DayInput

from ..formats import SHAPES, shape_of
from ..models import Gathering, GatheringFormat
from ..queries.versions import facts_of, gathering_version


def _number(label: Any, most: int, least: int = 1) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        required=False,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )


class PlaceAndTimeForm(forms.Form):
    """Where and when, and the numbers that follow from the format."""

    theme = forms.CharField(
        label=_("Waar gaat het over?"),
        help_text=_(
            "Gasten lezen dit in hun uitnodiging. Schrijf niets over een uitkering of over wat iemand heeft."
        ),
        max_length=200,
        required=False,
    )
    day = forms.DateField(label=_("Dag"), widget=DayInput)
    begins = forms.TimeField(label=_("Begint om"), widget=ClockInput)
    ends = forms.TimeField(label=_("Eindigt om"), widget=ClockInput)
    place_name = forms.CharField(label=_("Naam van de locatie"), max_length=120, required=False)
    address = forms.CharField(label=_("Adres"), max_length=160, required=False)
    travel_tip = forms.CharField(label=_("Hoe kom je er?"), max_length=200, required=False)
    contact = forms.ChoiceField(label=_("Wie kunnen gasten bellen?"), required=False)
    candidates_wanted = _number(_("Hoeveel kandidaten nodig je uit?"), 400)
    rounds = _number(_("Rondes"), 40)
    round_minutes = _number(_("Minuten per ronde"), 240, 3)
    table_size = _number(_("Kandidaten per tafel"), 12)
    entrepreneurs_per_table = _number(_("Ondernemers per tafel"), 4, 0)
    is_impression_asked = forms.BooleanField(
        label=_("Stel gasten vooraf en na afloop één vraag"), required=False
    )

    def __init__(self, *args: Any, viewer: Actor, zone: str = "Europe/Amsterdam", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = ZoneInfo(zone)
        contact = self.fields["contact"]
        assert isinstance(contact, forms.ChoiceField)
        contact.choices = [(str(c.pk), c.name) for c in accounts.colleagues_of(viewer)]

    def clean(self) -> dict[str, Any]:
        """The end lies after the begin; said at the field, before the command does."""
        typed = super().clean() or {}
        if typed.get("begins") and typed.get("ends") and typed["ends"] <= typed["begins"]:
            self.add_error("ends", _("Het einde ligt voor het begin. Kijk de tijden na."))
        return typed

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `plan_gathering`; what was left open is not in it."""
        typed = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        day, begins, ends = typed.pop("day"), typed.pop("begins"), typed.pop("ends")
        contact = typed.pop("contact")
        return {name: value for name, value in typed.items() if value not in (None, "")} | {
            "starts_at": datetime.combine(day, begins, self.zone),
            "ends_at": datetime.combine(day, ends, self.zone),
            "contact_id": UUID(contact) if contact else None,
        }

    def add_error(self, field: str | None, error: Any) -> None:
        """As Django's; the commands speak of moments where the screen asks a day and times."""
        named = {"date": "day", "starts_at": "begins", "ends_at": "ends"}.get(field or "", field)
        super().add_error(named, error)


class ChangeGatheringForm(VersionedForm, PlaceAndTimeForm):
    """The same about a gathering that is there; a tip or theme that is emptied goes, what else is left open stays."""

    def facts(self) -> dict[str, Any]:
        """What was filled in, in the words of `change_gathering`."""
        facts = {name: value for name, value in super().facts().items() if value is not None}
        return facts | {name: self.cleaned_data[name] for name in ("travel_tip", "theme")}


class NewGatheringForm(PlaceAndTimeForm):
    """With whom and in which format; what is left open comes from these two."""

    host_employer = forms.ChoiceField(label=_("Bij welke werkgever?"))
    format = forms.ChoiceField(
        label=_("Hoe praten mensen met elkaar?"),
        choices=GatheringFormat.choices,
        initial=GatheringFormat.STANDARD,
        widget=forms.RadioSelect,
    )
    field_order = ("host_employer", "day", "begins", "ends", "format")

    def __init__(self, *args: Any, viewer: Actor, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        host = self.fields["host_employer"]
        assert isinstance(host, forms.ChoiceField)
        host.choices = [
            ("", _("kies een werkgever")),
            *((str(pk), f"{name}, {place}" if place else name) for pk, name, place in _firms(viewer)),
        ]

    def facts(self) -> dict[str, Any]:
        """With the employer's key. The numbers asked for speed dates are the format's own."""
        typed = super().facts()
        if typed["format"] == GatheringFormat.SPEED_DATES:
            for name in ("table_size", "entrepreneurs_per_table"):
                typed.pop(name, None)
        return typed | {"host_employer_id": UUID(typed.pop("host_employer"))}


def _firms(viewer: Actor) -> Any:
    return employers.employers_in_region(viewer).values_list("pk", "name", "place")


def answers_of(gathering: Gathering) -> dict[str, Any]:
    """What is known about a gathering, as the answers that the form starts with."""
    return facts_of(gathering) | {"version": gathering_version(gathering)}


def shapes_in_words() -> list[dict[str, Any]]:
    """What each format starts with, for beside the choice."""
    return [{"label": GatheringFormat(f).label, **shape_of(f)} for f in SHAPES]
