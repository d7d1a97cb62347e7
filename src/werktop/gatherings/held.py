"""Which old gatherings are still needed, as far as other rooms know. They say so in their `ready`; this room stays below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q, QuerySet

from .models import Gathering

Source = Callable[[datetime], QuerySet]
_SOURCES: list[Source] = []


def also_held_by(source: Source) -> None:
    """Have `source(at)` asked for the keys of gatherings that hold something within its own term at `at`."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def without_held(gatherings: QuerySet[Gathering], at: datetime) -> QuerySet[Gathering]:
    """These gatherings, without those that a room still needs, or of which it needs a preparation."""
    for source in _SOURCES:
        keys = source(at)
        gatherings = gatherings.exclude(Q(pk__in=keys) | Q(preparations__in=keys))
    return gatherings
