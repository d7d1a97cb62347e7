"""Who stands at the door without being on the guest list."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.regions import queries as regions

from ..models import Gathering, Guest, GuestKind
from .day import may_lead

MOST = 6
LEAST_LETTERS = 2
"""Fewer letters name nobody; the list stays one of who stands there."""


@dataclass(frozen=True)
class WalkIn:
    """Somebody whom the viewer may put on the list: a candidate of the own organisation, or an entrepreneur."""

    kind: str
    id: UUID
    name: str
    sub: str


def walk_ins_found(viewer: Actor, gathering: Gathering, words: str) -> list[WalkIn]:
    """People who are not on the guest list and whose name begins with `words`: at most `MOST` of each kind.

    Only for who leads the day; for everyone else, and below `LEAST_LETTERS`, nobody. Three queries at most.
    """
    sought = words.strip()
    if len(sought) < LEAST_LETTERS or not may_lead(viewer, gathering):
        return []
    guests = Guest.objects.filter(gathering=gathering)
    seekers = candidates.candidates_visible_to(viewer).exclude(
        pk__in=guests.filter(kind=GuestKind.CANDIDATE).values("candidate_id")
    )
    persons = employers.entrepreneurs_in_region(viewer).exclude(
        pk__in=guests.filter(kind=GuestKind.ENTREPRENEUR).values("entrepreneur_id")
    )
    firms = Q(employer__name__istartswith=sought)
    return [
        *(
            WalkIn("candidate", p.pk, p.name, _place_of(p.postcode))
            for p in seekers.filter(_named(sought))[:MOST]
        ),
        *(
            WalkIn("entrepreneur", p.pk, p.name, p.employer.name)
            for p in persons.filter(_named(sought) | firms)[:MOST]
        ),
    ]


def _place_of(postcode: str) -> str:
    """Where somebody lives, to tell namesakes apart."""
    place = regions.place_of(postcode or "")
    return place.name if place else ""


def _named(words: str) -> Q:
    """First or last name begins so; with more words the first name, then the rest of it."""
    first, _space, rest = words.partition(" ")
    either = Q(first_name__istartswith=words) | Q(last_name__istartswith=words)
    return either | Q(first_name__istartswith=first, last_name__istartswith=rest.strip()) if rest else either
