"""Hours for follow-up talks: which entrepreneurs of a gathering gave them, and which can be ticked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.formats import date_format

from werktop.employers import queries as employers
from werktop.gatherings.queries import talks

from ..hours import Hour, Typed, hours_to_tick, ticked
from ..models import FreeBlock
from .talks import blocks_given


@dataclass(frozen=True)
class Given:
    """An entrepreneur who was there: how many hours are free and taken, and how many talks at most."""

    entrepreneur_id: UUID
    name: str
    firm: str
    free: int
    taken: int
    most_talks: int


def entrepreneurs_with_hours(gathering_id: UUID) -> list[Given]:
    """The entrepreneurs who came, by name; three queries. The caller has checked who asks."""
    told = talks.wishes_of(gathering_id).entrepreneurs
    people = employers.entrepreneurs_by_id([each.person_id for each in told])
    blocks = list(
        FreeBlock.objects.filter(gathering_id=gathering_id).values_list("entrepreneur_id", "taken_by_id")
    )
    rows = [
        Given(
            each.person_id,
            people[each.person_id].name,
            people[each.person_id].employer.name,
            sum(1 for who, taken in blocks if who == each.person_id and taken is None),
            sum(1 for who, taken in blocks if who == each.person_id and taken is not None),
            each.capacity,
        )
        for each in told
        if each.person_id in people
    ]
    return sorted(rows, key=lambda row: (row.name.casefold(), str(row.entrepreneur_id)))


def days_to_tick(
    gathering: Any, entrepreneur_id: UUID, typed: Typed | None, *, at: datetime
) -> list[tuple[str, list[Hour]]]:
    """Days in words with the hours that this entrepreneur can tick at `at`; given as `typed` says, where a form came back."""
    hours = hours_to_tick(
        blocks_given(gathering.pk, entrepreneur_id),
        after=max(at, gathering.ends_at),
        time_zone=gathering.time_zone,
    )
    days: dict[str, list[Hour]] = defaultdict(list)
    for hour in ticked(hours, typed) if typed else hours:
        days[date_format(hour.starts_at, "l j F")].append(hour)
    return list(days.items())
