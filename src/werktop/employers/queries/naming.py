"""Employers and entrepreneurs whom the words of a sentence may mean."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet, Value

from werktop.audit.actors import Actor
from werktop.employers.models import Employer, Entrepreneur
from werktop.regions.naming import NameKey, marked

from .visible import employers_in_region, entrepreneurs_in_region


def employers_marked(viewer: Actor, marks: list[str], most: int) -> QuerySet[Employer]:
    """The employers of the viewer's region whose names have one of these marks (`regions.naming.marks_in`), as
    `regions.naming.marked` finds them: those with more marks first. By an index."""
    return marked(employers_in_region(viewer), marks, most)


def entrepreneurs_marked(viewer: Actor, marks: list[str], most: int) -> QuerySet[Entrepreneur]:
    """The same of the people of these employers, each with the employer."""
    return marked(entrepreneurs_in_region(viewer), marks, most)


def employers_called(viewer: Actor, names: Iterable[str]) -> dict[str, list[Employer]]:
    """The employers of the viewer's region that are called just so, but for capitals, accents and spaces, by each of the names; of
    those that nobody bears nothing. One query."""
    asked = sorted(set(names))
    if not asked:
        return {}
    keys = {f"key_{number}": NameKey(Value(name)) for number, name in enumerate(asked)}
    same = Q()
    for key in keys.values():
        same |= Q(name_key=key)
    found: dict[str, list[Employer]] = {}
    for employer in employers_in_region(viewer).filter(same).annotate(**keys):
        for number, name in enumerate(asked):
            if getattr(employer, f"key_{number}") == employer.name_key:
                found.setdefault(name, []).append(employer)
    return found
