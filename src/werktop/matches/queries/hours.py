"""Which entrepreneurs of a gathering gave hours for follow-up talks."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from werktop.employers import queries as employers
from werktop.gatherings.queries import talks

from ..models import FreeBlock


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
