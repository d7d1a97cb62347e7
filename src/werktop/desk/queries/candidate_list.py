"""The list of candidates: what it is narrowed to by the rooms that know something of a person, and the numbers beside each
choice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.gatherings.queries import of_candidates


@dataclass(frozen=True)
class ListAsked:
    """What the list is narrowed to: by what the file says (`filters`), to who was asked to a gathering, or to whom nobody ever
    asked to one."""

    filters: candidates.Filters = field(default_factory=candidates.Filters)
    gathering_id: UUID | None = None
    is_never_asked: bool = False


@dataclass(frozen=True)
class Numbers:
    """How many of the candidates found would be left by each choice: `marks` by what the picture says, `gatherings` the latest
    ones with how many were asked to them, `never_asked` how many to none, `erased` who is erased soon and `erased_mine` who of them
    is the viewer's or nobody's."""

    counted: candidates.Counted
    marks: Counter[str]
    gatherings: list[tuple[Any, int]]
    never_asked: int
    erased: int = 0
    erased_mine: int = 0


def listed_candidates(viewer: Actor, asked: ListAsked) -> QuerySet[Any]:
    """The viewer's candidates that fit, in order (`candidates.found_candidates`)."""
    found: QuerySet[Any] = candidates.found_candidates(viewer, asked.filters)
    if asked.gathering_id:
        found = found.filter(pk__in=of_candidates.asked_to(viewer, asked.gathering_id))
    if asked.is_never_asked:
        found = found.exclude(of_candidates.was_ever_asked(viewer, OuterRef("pk")))
    return found


def names_looked_up(viewer: Actor, asked: ListAsked) -> ListAsked:
    """The same, with the names compared already (`candidates.looked_up`)."""
    return replace(asked, filters=candidates.looked_up(viewer, asked.filters))


def numbers_of(
    viewer: Actor, asked: ListAsked, *, unspoken: Mapping[str, datetime], untouched: Mapping[str, datetime]
) -> Numbers:
    """The numbers beside the filters; beside level and place of a competency where one is chosen. Eight queries, and a few more
    for each kind of which any of several may be chosen: beside the one that was, the others say how many they would add."""
    found = listed_candidates(viewer, asked)
    counted = candidates.counted(viewer, found, unspoken=unspoken, untouched=untouched)
    marks = candidates.counted_marks(viewer, found)
    if asked.filters.term_ids:  # of anything that all of a large file can do, this would be counted for long
        marks |= _refined(viewer, asked, found)
    marks |= Counter({"learn:open": counted.learning, "knows:firm": counted.knowing})
    for kind in {candidates.kind_of(mark) for mark in asked.filters.marks} & candidates.AGREEING:
        others = [mark for mark in asked.filters.marks if candidates.kind_of(mark) != kind]
        without = replace(asked, filters=replace(asked.filters, marks=others))
        more = candidates.counted_marks(viewer, listed_candidates(viewer, without))
        for mark, number in more.items():
            if candidates.kind_of(mark) == kind:
                marks[mark] = number
    ever = found.filter(of_candidates.was_ever_asked(viewer, OuterRef("pk"))).order_by().count()
    # who is erased soon also counts when they left
    soon = listed_candidates(viewer, replace(asked, filters=replace(asked.filters, is_erased_soon=True)))
    erased = candidates.counted_soon_erased(viewer, soon)
    asked_to = of_candidates.asked_in_numbers(viewer, found)
    return Numbers(counted, marks, asked_to, max(0, counted.all - ever), *erased)


def _refined(viewer: Actor, asked: ListAsked, found: QuerySet[Any]) -> Counter[str]:
    """Beside the level that was chosen, the others say how many they would find in its place."""
    filters = asked.filters
    marks: Counter[str] = candidates.counted_refined(found, filters.term_ids, filters.level, filters.seen)
    if filters.level is not None:
        wider = listed_candidates(viewer, replace(asked, filters=replace(filters, level=None)))
        told = candidates.counted_refined(wider, filters.term_ids, None, filters.seen)
        marks |= Counter({mark: n for mark, n in told.items() if candidates.kind_of(mark) == "level"})
    return marks
