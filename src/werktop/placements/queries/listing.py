"""The list of placements: search, filters and order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.regions.finding import words_key

from .visible import placements_visible_to

ORDERS = {
    "started": ("-started_date", "-id"),
    "-started": ("started_date", "id"),
    "name": ("candidate__name_key", "id"),
    "-name": ("-candidate__name_key", "-id"),
    "firm": ("employer__name_key", "id"),
    "-firm": ("-employer__name_key", "-id"),
}
STANDINGS = {"running": Q(ended_date=None), "ended": Q(ended_date__isnull=False)}


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty is not narrowed. `standing` is a key of `STANDINGS`, `work_form` one of `WorkForm`.
    `is_mine`: the viewer is the one who is called."""

    words: str = ""
    standing: str = ""
    work_form: str = ""
    employer_id: UUID | None = None
    is_mine: bool = False
    sort: str = ""


def found_placements(viewer: Actor, filters: Filters) -> QuerySet[Any]:
    """The placements that fit `filters`, in order."""
    found = placements_visible_to(viewer)
    if filters.standing in STANDINGS:
        found = found.filter(STANDINGS[filters.standing])
    if filters.work_form:
        found = found.filter(work_form=filters.work_form)
    if filters.employer_id:
        found = found.filter(employer_id=filters.employer_id)
    if filters.is_mine:
        found = found.filter(contact_id=viewer.id)
    if filters.words.strip():
        key = words_key(filters.words)
        found = found.filter(
            Q(candidate__name_key__contains=key)
            | Q(employer__name_key__contains=key)
            | Q(what__icontains=filters.words.strip())
        )
    return found.order_by(*(ORDERS.get(filters.sort) or ORDERS["started"]))


def firms_with_placements(viewer: Actor) -> list[tuple[str, str]]:
    """The firms where candidates of the viewer work or worked, as choices: key and name, by name. One query."""
    rows = placements_visible_to(viewer).order_by("employer__name_key", "employer_id").distinct()
    return [
        (str(key), name)
        for key, name, _ in rows.values_list("employer_id", "employer__name", "employer__name_key")
    ]
