"""Who stands at the door without being on the guest list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.regions import queries as regions
from werktop.regions.alike import names_alike, words_of

from ..models import Gathering, Guest, GuestKind
from .day import may_lead

MOST = 6
COMPARED = 200
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
    """People who are not on the guest list and whose name begins with `words`, or else resembles them (a slip, another order, an
    initial): at most `MOST` of each kind. So who is here already is not made anew.

    Only for who leads the day; for everyone else, and below `LEAST_LETTERS`, nobody. Five queries at most.
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
    named = list(seekers.filter(_named(sought))[:MOST]) or _alike(seekers, sought)
    known = list(persons.filter(_named(sought) | firms)[:MOST]) or _alike(persons, sought)
    return [
        *(WalkIn("candidate", p.pk, p.name, regions.place_name(p.postcode)) for p in named),
        *(WalkIn("entrepreneur", p.pk, p.name, p.employer.name) for p in known),
    ]


def _alike(people: QuerySet[Any], sought: str) -> list[Any]:
    """At most `MOST` of these whose whole name resembles what was typed. Of a first name alone too many do."""
    words = words_of(sought)
    marks = [mark for word in words if len(word) > 1 for mark in (word, f"^{word[:3]}")]
    if len(words) < 2 or not marks:
        return []
    bearers = people.filter(name_marks__overlap=marks)[:COMPARED]
    return [each for each in bearers if names_alike(words, words_of(each.name))][:MOST]


def _named(words: str) -> Q:
    """First or last name begins so; with more words the first name, then the rest of it."""
    first, _space, rest = words.partition(" ")
    either = Q(first_name__istartswith=words) | Q(last_name__istartswith=words)
    return either | Q(first_name__istartswith=first, last_name__istartswith=rest.strip()) if rest else either
