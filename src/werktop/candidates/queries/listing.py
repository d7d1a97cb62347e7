"""The list of candidates: search that forgives typing, filters and order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, Certificate, Wish, WishedOccupation
from werktop.catalogue import queries as catalogue
from werktop.regions.finding import Among, alike_to, in_place, named_like

from .marks import AGREEING, GUARDED, kind_of
from .refining import knows_a_firm, refined, wants_to_learn
from .visible import candidates_visible_to
from .working import mine_or_nobodys, works_with

ORDERS = {
    "name": ("name_key", "id"),
    "-name": ("-name_key", "-id"),
    "place": ("postcode", "name_key", "id"),
    "-place": ("-postcode", "name_key", "id"),
    "new": ("-created_at", "id"),
    "-new": ("created_at", "id"),
    "spoken": ("since_spoken", "name_key", "id"),
    "-spoken": ("-since_spoken", "name_key", "id"),
    "picture": ("since_picture", "name_key", "id"),
    "-picture": ("-since_picture", "name_key", "id"),
}
SINCE = {
    "since_spoken": Coalesce("spoken_at", "created_at"),
    "since_picture": Coalesce("picture_at", "created_at"),
}
"""Since when: who was never spoken to, or has no picture yet, counts from the day on which they came."""
MOST_NAMED = 2000
"""As many people as are carried along from one query to the next."""


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to. Empty or False: not narrowed. `term_ids`: all of these talents and interests; `place` is a
    postcode (or its beginning) or a town's name; `is_erased_soon`: who was announced, also those who left;
    `is_untold`: who was not told yet what is kept about them; `is_mine_or_nobodys`: with nobody who
    works here now, or with the viewer. `marks`: what the picture says (`queries.marks`), of each kind all of them or, where a
    person has only one of a kind, one of them; `work` and `paper`: words in the work somebody wants and in the name of a
    certificate; `level` and `seen`: so far with each of `term_ids`, and seen in all these places (`refining`); `is_learning` and
    `learning`: an open learning goal, with these words; `is_knowing` and `firm`: people known at a firm, called so;
    `unspoken_since` and `untouched_since`: nobody spoke with them, or touched the picture, since then
    (`SINCE`); `is_never_spoken`: no contact moment was ever noted; `sort` a key of `ORDERS`; `named`: who fits `words`, where that
    was looked up before (`looked_up`)."""

    words: str = ""
    languages: list[str] = field(default_factory=list)
    term_ids: list[UUID] = field(default_factory=list)
    place: str = ""
    is_step_free_needed: bool = False
    is_mine: bool = False
    is_shared: bool | None = None
    with_left: bool = False
    is_erased_soon: bool = False
    is_mine_or_nobodys: bool = False
    is_untold: bool = False
    marks: list[str] = field(default_factory=list)
    work: str = ""
    paper: str = ""
    level: int | None = None
    seen: list[str] = field(default_factory=list)
    is_learning: bool = False
    learning: str = ""
    is_knowing: bool = False
    firm: str = ""
    unspoken_since: datetime | None = None
    untouched_since: datetime | None = None
    is_never_spoken: bool = False
    sort: str = ""
    named: tuple[UUID, ...] | None = None


def looked_up(viewer: Actor, filters: Filters) -> Filters:
    """The same filters with who fits the words, also who left: for a page that asks many numbers of one list, so that names are
    compared once. One query where there are words; where more than `MOST_NAMED` fit, the filters as they were."""
    if not filters.words.strip():
        return filters
    fitting = _searched(candidates_visible_to(viewer, with_left=True), filters.words)
    keys = list(fitting.order_by().values_list("pk", flat=True)[: MOST_NAMED + 1])
    return replace(filters, named=tuple(keys)) if len(keys) <= MOST_NAMED else filters


def found_candidates(viewer: Actor, filters: Filters) -> QuerySet[Candidate]:
    """The viewer's candidates that fit `filters`, in order, with `terms__term` and `assigned_to` at hand."""
    with_left = filters.with_left or filters.is_erased_soon
    found: QuerySet[Any] = candidates_visible_to(viewer, with_left=with_left)
    if filters.is_erased_soon:
        found = found.filter(erase_date__isnull=False)
    if filters.is_untold:
        found = found.filter(informed_date=None)
    if filters.languages:
        found = found.filter(languages__overlap=filters.languages)
    for term_id in filters.term_ids:
        counting = catalogue.counting_as([term_id]).values_list("pk", flat=True)
        found = found.filter(marks__overlap=[f"term:{key}" for key in counting])
    found = refined(found, filters.term_ids, filters.level, filters.seen)
    found = _marked(viewer, found, filters.marks)
    if filters.is_learning or filters.learning.strip():
        found = found.filter(wants_to_learn(filters.learning.strip()))
    if filters.is_knowing or filters.firm.strip():
        found = found.filter(knows_a_firm(filters.firm.strip()))
    if filters.work.strip():
        said = Wish.objects.filter(work__icontains=filters.work.strip())
        named = WishedOccupation.objects.filter(occupation__label_nl__icontains=filters.work.strip())
        found = found.filter(Q(pk__in=said.values("candidate_id")) | Q(pk__in=named.values("candidate_id")))
    if filters.paper.strip():
        shown = Certificate.objects.filter(name__icontains=filters.paper.strip())
        found = found.filter(pk__in=shown.values("candidate_id"))
    found = found.annotate(**SINCE)
    if filters.is_never_spoken:
        found = found.filter(spoken_at=None)
    if filters.unspoken_since:
        found = found.filter(since_spoken__lt=filters.unspoken_since)
    if filters.untouched_since:
        found = found.filter(since_picture__lt=filters.untouched_since)
    if filters.place:
        found = found.filter(in_place(filters.place))
    if filters.is_step_free_needed:
        # also a filter tells: so it looks only among those with whom the viewer works
        found = found.filter(works_with(viewer), is_step_free_needed=True)
    if filters.is_mine_or_nobodys:
        found = found.filter(mine_or_nobodys(viewer))
    if filters.is_mine:
        found = found.filter(assigned_to_id__in=viewer.ids)
    if filters.is_shared is not None:
        found = found.filter(is_shared=filters.is_shared)
    order = ORDERS.get(filters.sort) or ORDERS["name"]
    if filters.words.strip():
        if filters.named is None:
            found = _searched(found, filters.words)
        else:
            found = alike_to(found.filter(Among("pk", filters.named)), filters.words)
        if filters.sort not in ORDERS:
            order = ("-alike", *order)
    return found.select_related("assigned_to", "wish").prefetch_related("terms__term").order_by(*order)


def _marked(viewer: Actor, found: QuerySet[Any], marks: list[str]) -> QuerySet[Any]:
    """Who has these marks. Also a filter tells: of what is guarded it looks only among those with whom the viewer works."""
    asked: dict[str, list[str]] = {}
    for mark in marks:
        asked.setdefault(kind_of(mark), []).append(mark)
    if asked.keys() & GUARDED:
        found = found.filter(works_with(viewer))
    together = [mark for kind, said in asked.items() if kind not in AGREEING for mark in said]
    if together:
        found = found.filter(marks__contains=together)
    for kind, said in asked.items():
        if kind in AGREEING:
            found = found.filter(marks__overlap=said)
    return found


def _searched(candidates: QuerySet[Candidate], words: str) -> QuerySet[Candidate]:
    """By name; and by what else is typed whole: an e-mail address by its @, a telephone number by its digits."""
    reached: Q | None = None
    digits = "".join(c for c in words if c.isdigit()).lstrip("0")
    if "@" in words:
        reached = Q(email__icontains=words.strip())
    elif len(digits) >= 4:
        reached = Q(phone__contains=digits)
    return named_like(candidates, words, also=reached)
