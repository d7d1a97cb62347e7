"""Of a list the people with whom the viewer works and the others, by what only who works with somebody reads of each: how ready
they are, what they need, and what the day asks.

Of the others `spread` tells no more than `totals` allows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg, BitXor
from django.db import models
from django.db.models import BooleanField, Case, Count, Exists, Func, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from django.utils.crypto import salted_hmac

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, CandidateTerm, InstrumentUse, Need, Wish
from werktop.candidates.totals import WHOLE

from .working import works_with

FEW = 2000
"""Of so many people each is looked up by itself."""
ASKED_ON_THE_DAY = {
    "step_free": "is_step_free_needed",
    "interpreter": "is_interpreter_needed",
    "childcare": "is_childcare_needed",
    "travel": "is_travel_paid",
    "companion": "has_companion",
}


class Readiness(StrEnum):
    """Where a group stands, as what is still to be done before work can begin; never of one person. Whoever nobody noted to have
    spoken with is `UNKNOWN`, whatever else was filled in. Of the others the first that holds: something is needed, and neither what
    is done about it nor by whom was agreed (`LOW`); what is needed is being arranged, or a course runs (`MIDDLE`); nothing of that,
    and the wish says what work or how many hours (`FIT`); none of these (`UNKNOWN`)."""

    FIT = "fit"
    MIDDLE = "middle"
    LOW = "low"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Heads:
    """How many there are with whom the viewer works, or does not: by `Readiness`, by what they ask on the day; how many like work
    in no sector; the `lot` that they draw together: another for every other group; and who works with them
    (`whose`), or how many are nobody's (`nobodys`)."""

    by_readiness: Counter[str]
    by_ask: Counter[str]
    no_sector: int
    lot: int
    whose: frozenset[UUID] = frozenset()
    nobodys: int = 0

    @property
    def count(self) -> int:
        """How many people these are."""
        return self.by_readiness.total()

    def lots(self, parts: Iterable[str]) -> dict[str, float]:
        """For each part and for the whole the lot that these people draw."""
        return lots_of(self.lot, parts)


def lots_of(lot: int, parts: Iterable[str]) -> dict[str, float]:
    """For each part and for the whole a number from 0 to 1 that the same people (`lot`) draw again, and nobody can foretell."""
    drawn = {
        part: salted_hmac("candidates.totals", f"{lot}:{part}", algorithm="sha256").digest()[:8]
        for part in (WHOLE, *parts)
    }
    return {part: int.from_bytes(each) / 2**64 for part, each in drawn.items()}


def heads_of(
    viewer: Actor, rows: QuerySet[Any], day: date, about: set[UUID], count: int
) -> tuple[Heads, Heads]:
    """Of `count` people those with whom the viewer works, and the others. One query."""
    open_needs = Need.objects.filter(done_date=None)
    courses = InstrumentUse.objects.filter(Q(until_date=None) | Q(until_date__gte=day), from_date__lte=day)
    says_what = Wish.objects.exclude(work="", hours_min=None, hours_max=None)
    stands = Case(
        When(spoken_at=None, then=Value(Readiness.UNKNOWN.value)),
        When(_has(open_needs.filter(action="", doer="", who=""), count), then=Value(Readiness.LOW.value)),
        When(_has(open_needs, count) | _has(courses, count), then=Value(Readiness.MIDDLE.value)),
        When(_has(says_what, count), then=Value(Readiness.FIT.value)),
        default=Value(Readiness.UNKNOWN.value),
    )
    likes = CandidateTerm.objects.filter(term_id__in=about)
    lot = Func(Cast("pk", models.TextField()), Value(0), function="hashtextextended")
    asks = {f"asks_{ask}": Count("pk", filter=Q(**{name: True})) for ask, name in ASKED_ON_THE_DAY.items()}
    groups = (
        rows.annotate(stands=stands, is_mine=_flag(works_with(viewer)))
        .values("stands", "is_mine")
        .annotate(
            number=Count("pk"),
            no_sector=Count("pk", filter=~_has(likes, count)),
            lot=BitXor(lot, output_field=models.BigIntegerField()),
            whose=ArrayAgg(
                "assigned_to_id", distinct=True, filter=Q(assigned_to_id__isnull=False), default=[]
            ),
            nobodys=Count("pk", filter=Q(assigned_to_id__isnull=True)),
            **asks,
        )
    )
    found = {True: Heads(Counter(), Counter(), 0, 0), False: Heads(Counter(), Counter(), 0, 0)}
    for group in groups:
        before = found[group["is_mine"]]
        found[group["is_mine"]] = Heads(
            before.by_readiness + Counter({group["stands"]: group["number"]}),
            before.by_ask + Counter({ask: group[f"asks_{ask}"] for ask in ASKED_ON_THE_DAY}),
            before.no_sector + group["no_sector"],
            before.lot ^ group["lot"],
            before.whose | frozenset(group["whose"]),
            before.nobodys + group["nobodys"],
        )
    return found[True], found[False]


def _has(parts: QuerySet[Any], count: int) -> Q:
    """Who has one of these parts: of a few people the database looks each up, for many it reads the parts once."""
    if count > FEW:
        return Q(pk__in=parts.order_by().values("candidate_id"))
    return Q(Exists(parts.filter(candidate_id=OuterRef("pk"))))


def _flag(asked: Q) -> Case:
    return Case(When(asked, then=Value(True)), default=Value(False), output_field=BooleanField())


def needs_of(viewer: Actor, keys: QuerySet[Any]) -> tuple[Counter[str], Counter[str]]:
    """People by what is still needed: with whom the viewer works, and the others. One query."""
    found: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    needs = Need.objects.filter(done_date=None, candidate_id__in=keys)
    is_mine = _flag(Q(candidate_id__in=Candidate.objects.filter(works_with(viewer)).values("pk")))
    groups = needs.annotate(is_mine=is_mine).values("is_mine", "kind")
    for group in groups.annotate(number=Count("candidate_id", distinct=True)).order_by():
        found[group["is_mine"]][group["kind"]] = group["number"]
    return found[True], found[False]
