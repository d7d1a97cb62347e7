"""Whether something happened with a firm of late, as far as the rooms above know. They say so in their `ready`; this room stays
below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q

from .models import Chance

HALF_A_YEAR = timedelta(days=183)
"""A firm with which nothing happened for so long is called active no more."""
Source = Callable[[datetime, datetime], Any]
_SOURCES: list[Source] = []


def also_alive(source: Source) -> None:
    """Have `source(since, at)` asked for the keys of the firms with which something happened between the two, as a query of one
    column."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def alive(at: datetime) -> Q:
    """The firms with which something happened in the half year before `at`: a condition on employers."""
    since = at - HALF_A_YEAR
    found = Q(pk__in=Chance.objects.filter(noted_at__range=(since, at)).values("employer_id"))
    for source in _SOURCES:
        found |= Q(pk__in=source(since, at))
    return found
