"""The list of candidates: search that forgives typing, filters and order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, CandidateTerm
from werktop.catalogue import queries as catalogue
from werktop.regions.finding import in_place, named_like

from .visible import candidates_visible_to
from .working import works_with

ORDERS = {
    "name": ("name_key", "id"),
    "-name": ("-name_key", "-id"),
    "place": ("postcode", "name_key", "id"),
    "-place": ("-postcode", "name_key", "id"),
    "new": ("-created_at", "id"),
    "-new": ("created_at", "id"),
}


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to. Empty or False: not narrowed. `place` is a postcode (or its beginning) or a
    town's name; `is_erased_soon`: who was announced, also those who left;
    `is_untold`: who was not told yet what is kept about them; `is_mine_or_nobodys`: with nobody who
    works here now, or with the viewer; `sort` a key of `ORDERS`."""

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
    sort: str = ""


def mine_or_nobodys(viewer: Actor, of: str = "") -> Q:
    """Candidates with whom the viewer works, or stands in for who does, or nobody who is still there. Who works with
    whom by law says `working.works_with`. `of`: the path to the candidate."""
    nobodys = Q(**{f"{of}assigned_to__isnull": True}) | Q(**{f"{of}assigned_to__left_at__isnull": False})
    return nobodys | Q(**{f"{of}assigned_to_id__in": viewer.ids})


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
    if filters.term_ids:
        having = CandidateTerm.objects.filter(term__in=catalogue.counting_as(filters.term_ids))
        found = found.filter(pk__in=having.values("candidate_id"))
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
        found = _searched(found, filters.words)
        if filters.sort not in ORDERS:
            order = ("-alike", *order)
    return found.select_related("assigned_to", "wish").prefetch_related("terms__term").order_by(*order)


def _searched(candidates: QuerySet[Candidate], words: str) -> QuerySet[Candidate]:
    reached = Q(email__icontains=words.strip())
    digits = "".join(c for c in words if c.isdigit()).lstrip("0")
    if len(digits) >= 4:
        reached |= Q(phone__contains=digits)
    return named_like(candidates, words, also=reached)
