"""Gatherings that were made of what an entrepreneur proposed: what the form begins with, and what became of the idea."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.text import Truncator

from werktop.audit.actors import Actor
from werktop.audit.working_days import working_day_from
from werktop.contacts.reading import first_day_in

from ..models import Gathering
from ..place import address_of
from .gatherings import gatherings_visible_to

THEME = 200
"""So long a theme may be; what an entrepreneur wrote may be three times that."""


def start_of_idea(idea: Any, at: datetime, otherwise: date | None) -> dict[str, Any]:
    """The firm, the place and the theme of an idea, as answers of the form. The day is the one that was said, else the first
    from when the hall is free, else `otherwise`; never one that is over, and a working day."""
    firm, today = idea.entrepreneur.employer, timezone.localdate(at)
    day = first_day_in(idea.when_words, timezone.localdate(idea.made_at))
    if day is None and idea.from_date:
        day = max(idea.from_date, otherwise) if otherwise else idea.from_date
    return {
        "day": working_day_from(day) if day and day > today else otherwise,
        "host_employer": str(firm.pk),
        "place_name": firm.name,
        "address": address_of(firm),
        "theme": Truncator(" ".join(idea.words.split())).chars(THEME) if idea.kind == "gathering" else "",
    }


def gatherings_of_idea(viewer: Actor, idea_id: UUID) -> QuerySet[Gathering]:
    """What of it the viewer sees, the last first."""
    return gatherings_visible_to(viewer).filter(idea_id=idea_id)


def gatherings_by_idea(idea_ids: Iterable[UUID]) -> dict[UUID, list[Gathering]]:
    """By idea, the first first. One query; for pages that have decided who may see it."""
    found: dict[UUID, list[Gathering]] = {}
    for row in Gathering.objects.filter(idea_id__in=list(idea_ids)).order_by("starts_at", "id"):
        assert row.idea_id is not None
        found.setdefault(row.idea_id, []).append(row)
    return found
