"""With whom nobody spoke for long."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Window
from django.db.models.functions import Coalesce

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate

from .visible import candidates_visible_to

WEEKS = 6
"""So long without a contact moment, and a colleague is reminded of somebody."""


@dataclass(frozen=True)
class Silent:
    """The first few with whom nobody spoke for `WEEKS`, and how many more there are."""

    first: list[Candidate] = field(default_factory=list)
    more: int = 0


def long_silent(viewer: Actor, at: datetime, most: int) -> Silent:
    """Of the candidates with whom the viewer works: the longest ago first, from the day they came for who was never spoken to.
    One query."""
    if not viewer.can("edit_candidates"):
        return Silent()
    since: Any = candidates_visible_to(viewer).annotate(heard_at=Coalesce("spoken_at", "created_at"))
    found = since.filter(assigned_to_id=viewer.id, heard_at__lt=at - timedelta(weeks=WEEKS))
    rows = list(found.annotate(in_all=Window(Count("pk"))).order_by("heard_at", "id")[:most])
    return Silent(rows, rows[0].in_all - len(rows)) if rows else Silent()
