"""What the picture says as marks ("lang:ar", "day:1"), as the database keeps them with each candidate (migration 0002): to
filter on, and to count by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Func, Q, QuerySet, TextField

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate
from werktop.catalogue import queries as catalogue

from .refining import knows_a_firm, wants_to_learn
from .working import mine_or_nobodys, works_with

AGREEING = frozenset({"with", "in", "by", "hours", "occupation", "workform"})
"""Kinds of which one person has one, or a few that lie together: of several chosen ones any will do."""
GUARDED = frozenset({"need", "asks"})
"""Kinds that only who works with somebody may know, also as a number (`working.works_with`)."""


def kind_of(mark: str) -> str:
    """What a mark is about: "lang" of "lang:ar"."""
    return mark.partition(":")[0]


class Apart(Func):
    """Each element of an array as a row."""

    function = "unnest"
    output_field = TextField()
    set_returning = True


@dataclass(frozen=True)
class Counted:
    """How many there are, how many of these nobody spoke with or whose picture nobody touched since the moments asked (by the
    words for them), and with how many no contact moment was ever noted. `shared` are found by others in the region; `untold` do not
    know yet what is kept, `untold_mine` of them are the viewer's or nobody's; `learning` have an open learning goal, `knowing`
    named a firm where they know people."""

    all: int
    unspoken: dict[str, int]
    untouched: dict[str, int]
    never_spoken: int
    shared: int = 0
    untold: int = 0
    untold_mine: int = 0
    learning: int = 0
    knowing: int = 0


def counted(
    viewer: Actor,
    found: QuerySet[Candidate],
    *,
    unspoken: Mapping[str, datetime],
    untouched: Mapping[str, datetime],
) -> Counted:
    """Candidates of `found_candidates` in numbers. One query."""
    asked = {f"spoken_{word}": Count("pk", filter=Q(since_spoken__lt=at)) for word, at in unspoken.items()}
    asked |= {
        f"picture_{word}": Count("pk", filter=Q(since_picture__lt=at)) for word, at in untouched.items()
    }
    untold = Q(informed_date=None)
    asked |= {
        "shared": Count("pk", filter=Q(is_shared=True)),
        "untold": Count("pk", filter=untold),
        "untold_mine": Count("pk", filter=untold & mine_or_nobodys(viewer)),
        "learning": Count("pk", filter=wants_to_learn()),
        "knowing": Count("pk", filter=knows_a_firm()),
    }
    told = found.order_by().aggregate(all=Count("pk"), never=Count("pk", filter=Q(spoken_at=None)), **asked)
    return Counted(
        told["all"],
        {word: told[f"spoken_{word}"] for word in unspoken},
        {word: told[f"picture_{word}"] for word in untouched},
        told["never"],
        told["shared"],
        told["untold"],
        told["untold_mine"],
        told["learning"],
        told["knowing"],
    )


def counted_soon_erased(viewer: Actor, found: QuerySet[Candidate]) -> tuple[int, int]:
    """How many of the candidates found there are, and how many of them are the viewer's or nobody's. One query."""
    mine = Count("pk", filter=mine_or_nobodys(viewer))
    told = found.order_by().aggregate(all=Count("pk"), mine=mine)
    return told["all"], told["mine"]


def counted_marks(viewer: Actor, found: QuerySet[Candidate]) -> Counter[str]:
    """With how many of the candidates found each mark stands; what is guarded is counted only among those with whom the viewer
    works. An own word of an organisation counts for the shared one too. Three queries, and one more where such words are."""
    rows = found.order_by().select_related(None).prefetch_related(None)
    numbers = {mark: n for mark, n in _numbers(rows).items() if kind_of(mark) not in GUARDED}
    guarded = _numbers(rows.filter(works_with(viewer)))
    numbers |= {mark: n for mark, n in guarded.items() if kind_of(mark) in GUARDED}
    return _with_own_words(rows, Counter(numbers))


def _numbers(rows: QuerySet[Any]) -> dict[str, int]:
    apart = rows.values(mark=Apart("marks")).annotate(number=Count("pk"))
    return dict(apart.values_list("mark", "number"))


def _with_own_words(rows: QuerySet[Any], numbers: Counter[str]) -> Counter[str]:
    """Somebody with an own word and the shared one it counts as is one person: so these are counted, not added."""
    noted = [UUID(mark.partition(":")[2]) for mark in numbers if kind_of(mark) == "term"]
    shared = catalogue.shared_of_own(noted)
    asked = {f"of_{key.hex}": _any_of({key, *own}) for key, own in shared.items()}
    if asked:
        told = rows.aggregate(**{name: Count("pk", filter=any_of) for name, any_of in asked.items()})
        numbers.update({f"term:{key}": 0 for key in shared})
        for key in shared:
            numbers[f"term:{key}"] = told[f"of_{key.hex}"]
    return numbers


def _any_of(keys: Collection[UUID]) -> Q:
    return Q(marks__overlap=[f"term:{key}" for key in keys])
