"""What helps where something is missing, as a page shows it: a tap, or a link to where it is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ..queries.shortages import Remedy, Shortage

PLACES = {
    "entrepreneur": ("gatherings:guests", "?kind=entrepreneur&reply=invited", "phone"),
    "coming": ("gatherings:guests", "?kind=entrepreneur&reply=yes", "phone"),
    "open": ("gatherings:tables", "", "table"),
    "numbers": ("gatherings:change_gathering", "", "chair"),
    "host": ("gatherings:tables", "", "people"),
    "language": ("gatherings:tables", "", "table"),
    "step_free": ("gatherings:tables", "", "table"),
    "candidate": ("gatherings:choose_guests", "?kind=candidate", "people"),
}


def remedy_of(gathering_id: UUID, remedy: Remedy) -> dict[str, Any]:
    """Words, what a tap sends (`tables`, `chairs`), or the address that it leads to."""
    url = icon = ""
    if remedy.calls:
        name, query, icon = PLACES[remedy.calls]
        url = reverse(name, args=[gathering_id]) + query
    return {
        "text": remedy.text,
        "tables": remedy.tables,
        "chairs": remedy.chairs,
        "url": url,
        "icon": icon,
    }


def links_of(gathering_id: UUID, shortage: Shortage) -> list[dict[str, Any]]:
    """The remedies as links: what is done with the tables is done on the page of the seats."""
    rows = [remedy_of(gathering_id, each) for each in shortage.remedies if each.calls]
    if len(rows) < len(shortage.remedies):
        seats = reverse("gatherings:seats", args=[gathering_id])
        rows.append({"text": _("Schuif met tafels en stoelen"), "url": seats, "icon": "chair"})
    return rows


def ways_on_of(gathering_id: UUID, kinds: Iterable[str]) -> list[dict[str, Any]]:
    """What to do about rules that no plan can keep, by the kinds of the mechanism: a link for each, none twice."""
    tables = reverse("gatherings:tables", args=[gathering_id])
    guests = reverse("gatherings:guests", args=[gathering_id])
    known = {
        "step_free": (_("Maak een tafel drempelvrij"), tables, "table"),
        "language": (_("Kies een taal of tafelhost bij een tafel"), tables, "table"),
        "too_few_chairs": (_("Open een tafel erbij"), tables, "table"),
        "max_table_size": (_("Open een tafel erbij"), tables, "table"),
        "too_few_entrepreneurs": (
            _("Bel een ondernemer"),
            guests + "?kind=entrepreneur&reply=invited",
            "phone",
        ),
    }
    rules = (_("Haal een afspraak weg of zet iemand los"), "#seat-rules", "x")
    found = dict.fromkeys(known.get(kind, rules) for kind in kinds if kind != "even_sizes")
    return [
        {"text": text, "url": url, "icon": icon}
        for text, url, icon in found or {known["too_few_chairs"]: None}
    ]
