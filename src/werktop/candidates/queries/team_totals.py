"""Totals of all candidates of the organisation, for who reads results and caseload of a team and no candidate: everything in fives,
nothing of fewer than ten people, and nothing where one colleague works with most of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate
from werktop.candidates.totals import is_told_of, told_apart

from .own_and_others import lots_of
from .spread import Spread, Word, spread_of

COUNTS = ("readiness", "needs", "other_needs", "asks", "other_asks", "sectors", "distances", "means")
UNKNOWN = ("no_sector", "no_distance", "no_means")
UNTOLD: dict[str, Any] = {name: {} for name in COUNTS} | dict.fromkeys(UNKNOWN, 0) | {"words": []}


def team_spread_of(viewer: Actor, day: date) -> Spread:
    """How the candidates who are not gone are spread; there is no list behind it, and no filter. The queries of `spread_of`, and
    one more."""
    rows = Candidate.objects.none()
    if viewer.can("see_totals"):
        rows = Candidate.objects.filter(organisation_id=viewer.organisation_id, left_at=None)
    whose = dict(rows.order_by().values_list("assigned_to_id").annotate(number=Count("pk")))
    whole = spread_of(viewer, rows, count=sum(whose.values()), day=day, is_by_hand=False)
    most = max((number for key, number in whose.items() if key is not None), default=0)
    if not is_told_of(whole.count) or most > whole.count / 2:
        return replace(whole, **UNTOLD, is_rounded=True)
    words = _told(whole, {str(each.term_id): each.count for each in whole.words}, of_ten=True)
    told = [Word(each.term_id, words[key], {}) for each in whole.words if (key := str(each.term_id)) in words]
    unknown: dict[str, Any] = _told(whole, {name: getattr(whole, name) for name in UNKNOWN})
    return replace(
        whole,
        needs={},
        asks={},
        words=sorted(told, key=lambda each: (-each.count, str(each.term_id))),
        sectors=_most_first(_told(whole, whole.sectors, of_ten=True)),
        distances=_told(whole, whole.distances),
        means=_most_first(_told(whole, whole.means, of_ten=True)),
        is_rounded=True,
        **unknown,
    )


def _told(whole: Spread, counts: Mapping[str, int], *, of_ten: bool = False) -> dict[str, int]:
    """In fives, by lot. `of_ten`: without the parts of fewer than ten people, of which not even is told that they are there."""
    told = told_apart(counts, lots_of(whole.lot, counts), whole.count)
    return {part: number for part, number in told.items() if not of_ten or is_told_of(counts[part])}


def _most_first(numbers: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(numbers.items(), key=lambda row: (-row[1], row[0])))
