"""The day, the words and the organisation that somebody asks for in the address of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.regions import queries as regions
from werktop.ui.widgets import DayInput

from .queries import practice_at, rules_for
from .reckoning import Rules

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)


class WhichForm(forms.Form):
    """For which day, at which organisation, and words to look for."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    on = forms.DateField(
        label=_("Op welke dag?"),
        required=False,
        widget=DayInput,
        error_messages={"invalid": _("Vul een dag in, zoals 1-7-2026.")},
    )
    at = forms.ChoiceField(label=_("Bij welke organisatie?"), required=False)

    def __init__(self, asked: Any, *, region_id: Any = None) -> None:
        super().__init__(asked)
        houses = [each for each in houses_to_choose(region_id) if each.has_files]
        field = self.fields["at"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("landelijke regels")), *((each.slug, each.name) for each in houses)]
        self.houses = {each.slug: each for each in houses}

    def clean_on(self) -> date | None:
        """A day that lies within reach."""
        day: date | None = self.cleaned_data.get("on")
        if day and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError(_("Kies een dag tussen 1990 en 2100."))
        return day


def houses_to_choose(region_id: Any) -> list[Any]:
    """The organisations of a region, or of all regions for who has not logged in."""
    if region_id is not None:
        return list(regions.organisations_in(region_id))
    return list(regions.organisations_everywhere())


@dataclass(frozen=True)
class Which:
    """What was asked for, with the rules that count there."""

    form: WhichForm
    on: date
    words: str
    organisation: Any
    rules: Rules
    practice: dict[str, dict[str, Any]]

    @property
    def query(self) -> str:
        """The day and the organisation, for the address of a page that goes on from here."""
        asked = {"on": self.on.isoformat()} | ({"at": self.organisation.slug} if self.organisation else {})
        return urlencode(asked)


def which(request: Any, *, own: Any = None) -> Which:
    """What the address asks for; the day of today where it says none that can be. `own`: the organisation of a colleague."""
    asked = request.GET.copy()
    if own is not None and "at" not in asked:
        asked["at"] = own.slug
    form = WhichForm(asked, region_id=own.region_id if own is not None else None)
    form.is_valid()
    organisation = form.houses.get(form.cleaned_data.get("at", ""))
    place = (organisation.region_id, organisation.pk) if organisation else None
    return Which(
        form=form,
        on=form.cleaned_data.get("on") or today(request.at),
        words=form.cleaned_data.get("q", ""),
        organisation=organisation,
        rules=rules_for(*place) if place else rules_for(),
        practice=practice_at(*place) if place else {},
    )


def today(at: datetime) -> date:
    """The day that it is here."""
    return timezone.localtime(at).date()
