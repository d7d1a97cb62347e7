"""Of a competency: how far somebody is with it, and where it was seen; and who wants to learn something or knows people at a firm.
No guarded parts: every colleague who sees a candidate reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from functools import reduce
from operator import and_
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, Max, Q, QuerySet

from werktop.candidates.models import CandidateTerm, KnownFirm, LearningGoal, Level
from werktop.candidates.models.picture import SOURCES
from werktop.catalogue import queries as catalogue

PLACES = tuple(value for value, _words in SOURCES)
"""Where a competency may have been seen."""


def refined(
    found: QuerySet[Any], term_ids: Collection[UUID], level: int | None, places: Collection[str]
) -> QuerySet[Any]:
    """Who is at least so far with each of these competencies, and with whom it was seen in all these places; where none is named,
    with any one."""
    if level is None and not places:
        return found
    for one in [[key] for key in term_ids] or [[]]:
        rows = CandidateTerm.objects.filter(_of(one) & _so_far(level) & _seen_in(places))
        found = found.filter(pk__in=rows.values("candidate_id"))
    return found


def counted_refined(
    found: QuerySet[Any], term_ids: Collection[UUID], level: int | None, places: Collection[str]
) -> Counter[str]:
    """How many of the candidates found each level and each place of these competencies would leave, as marks ("level:2",
    "seen:table"). One query."""
    asked = [[key] for key in term_ids]
    rows = CandidateTerm.objects.filter(candidate_id__in=found.order_by().values("pk")).filter(
        _of(list(term_ids))
    )
    best, seen = {}, {}
    for i, one in enumerate(asked):
        best[f"best_{i}"] = Max("level", filter=_of(one) & _seen_in(places))
        for place in PLACES:
            is_meant = _of(one) & _so_far(level) & _seen_in(places) & _seen_in([place])
            seen[f"{place}_{i}"] = BoolOr(is_meant)
    numbers = {
        f"level:{each}": reduce(and_, (Q(**{f"{name}__gte": each}) for name in best)) for each in Level.values
    }
    for place in PLACES:
        numbers[f"seen:{place}"] = reduce(and_, (Q(**{f"{place}_{i}": True}) for i in range(len(asked))))
    marks = dict(enumerate(numbers))
    told = rows.order_by().values("candidate_id").annotate(**best, **seen)
    counts = {f"n_{i}": Count("candidate_id", filter=numbers[mark]) for i, mark in marks.items()}
    answer = told.aggregate(**counts)
    return Counter({mark: answer[f"n_{i}"] for i, mark in marks.items()})


def wants_to_learn(words: str = "") -> Q:
    """Who has a learning goal that is open, with these words in it."""
    goals = LearningGoal.objects.filter(done_date=None)
    if words:
        goals = goals.filter(words__icontains=words)
    return Q(pk__in=goals.values("candidate_id"))


def knows_a_firm(name: str = "") -> Q:
    """Who named a firm where they know people, with these words in its name."""
    firms = KnownFirm.objects.filter(firm_name__icontains=name) if name else KnownFirm.objects.all()
    return Q(pk__in=firms.values("candidate_id"))


def _of(term_ids: list[UUID]) -> Q:
    return Q(term_id__in=catalogue.counting_as(term_ids)) if term_ids else Q()


def _so_far(level: int | None) -> Q:
    return Q() if level is None else Q(level__gte=level)


def _seen_in(places: Collection[str]) -> Q:
    seen = Q()
    for place in places:
        seen &= Q(source=place) | Q(also_seen__contains=[place])
    return seen
