"""The list of employers: search that forgives typing, filters and order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Lower

from werktop.audit.actors import Actor
from werktop.employers.models import Employer, EmployerTerm, Entrepreneur
from werktop.regions import queries as regions

from .visible import employers_in_region

ALIKE = 0.5
ORDERS = {
    "name": ("name_key", "id"),
    "-name": ("-name_key", "-id"),
    "place": ("place", "name_key", "id"),
    "-place": ("-place", "name_key", "id"),
    "joined": (F("joined_date").asc(nulls_last=True), "name_key", "id"),
    "-joined": (F("joined_date").desc(nulls_last=True), "name_key", "id"),
}


class Unaccented(Func):
    """PostgreSQL's `unaccent`: "Café" and "Cafe" are the same."""

    function = "unaccent"
    output_field = TextField()


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
    found: QuerySet[Any] = employers_in_region(viewer).annotate(
        name_key=Unaccented(Lower("name")), joined_date=F("joinings__joined_date")
    )
    if filters.sectors:
        found = found.filter(sector__in=filters.sectors)
    if filters.place:
        found = found.filter(_in_place(filters.place))
    if filters.term_ids:
        looking = EmployerTerm.objects.filter(term_id__in=filters.term_ids)
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
        found.select_related("organisation").prefetch_related("terms__term", "entrepreneurs").order_by(*order)
    )


def _in_place(words: str) -> Q:
    sought = words.replace(" ", "").upper()
    if sought[:1].isdigit():
        return Q(postcode__startswith=f"{sought[:4]} {sought[4:]}".strip())
    areas = Q(place__icontains=words.strip())
    for pc4 in regions.postcodes_in(words):
        areas |= Q(postcode__startswith=pc4)
    return areas


def _searched(employers: QuerySet[Employer], words: str) -> QuerySet[Employer]:
    key = Unaccented(Lower(Value(" ".join(words.split()))))
    named = Entrepreneur.objects.annotate(
        person_key=Unaccented(
            Lower(Func(F("first_name"), Value(" "), F("last_name"), function="concat")),
        )
    ).filter(employer_id=OuterRef("pk"), person_key__contains=key)
    alike = TrigramWordSimilarity(key, "name_key")  # type: ignore[arg-type]  # an expression is fine too
    return employers.annotate(alike=alike).filter(
        Q(alike__gte=ALIKE) | Q(name_key__contains=key) | Exists(named)
    )
