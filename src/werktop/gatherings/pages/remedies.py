"""What helps where something is missing, as a page shows it: a tap, or a link to where it is done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from ..queries.shortages import Remedy, Shortage

PLACES = {
    "entrepreneur": ("gatherings:guests", "?kind=entrepreneur&reply=invited", "phone"),
    "host": ("gatherings:tables", "", "people"),
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
