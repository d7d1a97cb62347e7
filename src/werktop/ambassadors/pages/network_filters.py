"""The choices above the picture of the network, and how its table is searched and sorted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.ambassadors.queries.clubs import clubs_in_region
from werktop.ambassadors.queries.network import Bringer, NetworkFilters
from werktop.audit.actors import Actor
from werktop.catalogue.choices import Sector
from werktop.regions import queries as regions
from werktop.ui.typed import whole_number

ORDERS: dict[str, Any] = {
    "name": lambda each: each.name.casefold(),
    "firm": lambda each: each.firm_name.casefold(),
    "direct": lambda each: each.direct,
    "through": lambda each: each.through,
    "total": lambda each: each.total,
    "last": lambda each: each.last.toordinal() if each.last else 0,
}


class NetworkForm(forms.Form):
    """Everything may be left open. What cannot be read narrows nothing."""

    club = forms.ChoiceField(label=_("Club of bedrijventerrein"), required=False)
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("alles")), *Sector.choices])
    organisation = forms.ChoiceField(label=_("Verantwoordelijk"), required=False)
    q = forms.CharField(
        label=_("Zoek wie iemand meebracht"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )

    def __init__(self, viewer: Actor, asked: Any) -> None:
        super().__init__(asked)
        self.until = asked.get("tot")
        self._choose("club", ((str(each.pk), each.name) for each in clubs_in_region(viewer)))
        self._choose(
            "organisation",
            ((str(each.pk), each.name) for each in regions.organisations_in(viewer.region_id))
            if viewer.region_id
            else (),
        )

    def _choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("alles")), *choices]

    def filters(self) -> NetworkFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return NetworkFilters(
            until=whole_number(self.until, digits=4) or None,
            club_id=UUID(asked["club"]) if asked.get("club") else None,
            sector=asked.get("sector", ""),
            organisation_id=UUID(asked["organisation"]) if asked.get("organisation") else None,
        )


def sorted_bringers(bringers: Sequence[Bringer], words: str, order: str) -> list[Bringer]:
    """Those whose own name or whose firm's has these words, in this order ("-" for the other way round)."""
    sought = words.strip().casefold()
    found = [each for each in bringers if sought in f"{each.name} {each.firm_name}".casefold()]
    key = ORDERS.get(order.removeprefix("-"))
    return sorted(found, key=key, reverse=order.startswith("-")) if key else found
