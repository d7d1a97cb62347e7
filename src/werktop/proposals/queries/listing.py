"""The list of proposals: search, filters and order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.proposals.models import DECISIONS, RUNNING, Status
from werktop.regions.finding import words_key

from .visible import proposals_visible_to

ORDERS = {
    "made": ("-made_at", "-id"),
    "-made": ("made_at", "id"),
    "name": ("candidate__name_key", "id"),
    "-name": ("-candidate__name_key", "-id"),
    "firm": ("work_profile__employer__name_key", "id"),
    "-firm": ("-work_profile__employer__name_key", "-id"),
}
STANDINGS = {
    "running": Q(status__in=RUNNING),
    "to_tell": Q(status__in=DECISIONS, told_at=None),
    "decided": Q(status__in=DECISIONS),
    "ended": Q(status__in=[Status.REFUSED, Status.WITHDRAWN]),
}


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; empty is not narrowed. `standing` is a key of `STANDINGS`."""

    words: str = ""
    standing: str = ""
    is_mine: bool = False
    made_from: datetime | None = None
    sort: str = ""


def found_proposals(viewer: Actor, filters: Filters) -> QuerySet[Any]:
    """The proposals that fit `filters`, in order."""
    found = proposals_visible_to(viewer)
    if filters.standing in STANDINGS:
        found = found.filter(STANDINGS[filters.standing])
    if filters.is_mine:
        found = found.filter(candidates.works_with(viewer, "candidate__"))
    if filters.words.strip():
        key = words_key(filters.words)
        found = found.filter(
            Q(candidate__name_key__contains=key)
            | Q(work_profile__employer__name_key__contains=key)
            | Q(work_profile__what__icontains=filters.words.strip())
        )
    return found.order_by(*(ORDERS.get(filters.sort) or ORDERS["made"]))
