"""The list of employers: search that forgives typing, filters and order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.employers.models import Employer, EmployerTerm, Entrepreneur
from werktop.regions.finding import in_place, named_like, words_key

from .visible import employers_in_region, entrepreneurs_in_region

ORDERS = {
    "name": ("name_key", "id"),
    "-name": ("-name_key", "-id"),
    "place": ("place", "name_key", "id"),
    "-place": ("-place", "name_key", "id"),
    "joined": (F("joined_date").asc(nulls_last=True), "name_key", "id"),
    "-joined": (F("joined_date").desc(nulls_last=True), "name_key", "id"),
}


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to. Empty or None: not narrowed. `place` is a postcode's beginning or a town's
    name; `joined_from` a day; `sort` a key of `ORDERS`."""

    words: str = ""
    sectors: list[str] = field(default_factory=list)
    place: str = ""
    term_ids: list[UUID] = field(default_factory=list)
    work_forms: list[str] = field(default_factory=list)
    joined_from: date | None = None
    is_own: bool = False
    sort: str = ""


def found_employers(viewer: Actor, filters: Filters) -> QuerySet[Employer]:
    """The region's employers that fit `filters`, in order, with `joined_date`, terms and entrepreneurs at hand."""
    found: QuerySet[Any] = employers_in_region(viewer).annotate(joined_date=F("joinings__joined_date"))
    if filters.sectors:
        found = found.filter(sector__in=filters.sectors)
    if filters.place:
        found = found.filter(in_place(filters.place) | Q(place__icontains=filters.place.strip()))
    if filters.term_ids:
        looking = EmployerTerm.objects.filter(term__in=catalogue.counting_as(filters.term_ids))
        found = found.filter(pk__in=looking.values("employer_id"))
    if filters.work_forms:
        found = found.filter(work_forms__overlap=filters.work_forms)
    if filters.joined_from:
        found = found.filter(joined_date__gte=filters.joined_from)
    if filters.is_own:
        found = found.filter(organisation_id=viewer.organisation_id)
    order = ORDERS.get(filters.sort) or ORDERS["name"]
    if filters.words.strip():
        found = _searched(found, filters.words)
        if filters.sort not in ORDERS:
            order = ("-alike", *order)
    return (
        found.select_related("organisation")
        .prefetch_related("terms__term__counts_as", "entrepreneurs")
        .order_by(*order)
    )


def employers_named(viewer: Actor, words: str) -> QuerySet[Employer]:
    """The region's employers whose own name is like `words`, who resembles them most first."""
    return named_like(employers_in_region(viewer), words).order_by("-alike", "name_key", "id")


def entrepreneurs_named(viewer: Actor, words: str) -> QuerySet[Entrepreneur]:
    """The same of the people of these employers who take part, each with the employer."""
    return named_like(entrepreneurs_in_region(viewer), words).order_by("-alike", "name_key", "id")


def _searched(employers: QuerySet[Employer], words: str) -> QuerySet[Employer]:
    people = Entrepreneur.objects.filter(name_key__contains=words_key(words))
    return named_like(employers, words, also=Q(pk__in=people.values("employer_id")))
