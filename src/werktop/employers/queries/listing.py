"""The list of employers: search that forgives typing, filters and order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Concat, Trim
from django.utils.timezone import localdate

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.employers.living import alive
from werktop.employers.models import Chance, ContactPerson, Covenant, Employer, EmployerTerm, Entrepreneur
from werktop.regions.finding import in_place, named_like, words_key

from .visible import employers_in_region, entrepreneurs_in_region

SOON = timedelta(days=61)
"""A covenant that ends within two months is said."""
ORDERS = {
    "name": ("name_key", "id"),
    "-name": ("-name_key", "-id"),
    "place": ("place", "name_key", "id"),
    "-place": ("-place", "name_key", "id"),
    "joined": (F("joined_date").asc(nulls_last=True), "name_key", "id"),
    "-joined": (F("joined_date").desc(nulls_last=True), "name_key", "id"),
}


def _with_covenant(at: datetime) -> Q:
    running = Q(until_date=None) | Q(until_date__gte=localdate(at))
    return Q(pk__in=Covenant.objects.filter(running, removed_at=None).values("employer_id"))


def _with_ending_covenant(at: datetime) -> Q:
    today = localdate(at)
    ending = Covenant.objects.filter(until_date__range=(today, today + SOON), removed_at=None)
    return Q(pk__in=ending.values("employer_id"))


def _with_chance(at: datetime) -> Q:
    return Q(pk__in=Chance.objects.filter(status=Chance.Status.OPEN).values("employer_id"))


STANDINGS: dict[str, Callable[[datetime], Q]] = {
    "active": alive,
    "quiet": lambda at: ~alive(at),
    "chance": _with_chance,
    "covenant": _with_covenant,
    "covenant_ends": _with_ending_covenant,
    "pso": lambda at: ~Q(pso_step="") & (Q(pso_until_date=None) | Q(pso_until_date__gte=localdate(at))),
}
"""Where the relation with a firm stands."""


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to. Empty or None: not narrowed. `place` is a postcode's beginning or a town's
    name; `joined_from` a day; `contact_id` a colleague; `standing` one of `STANDINGS`, as it is `at`; `sort` a key of `ORDERS`."""

    words: str = ""
    sectors: list[str] = field(default_factory=list)
    place: str = ""
    term_ids: list[UUID] = field(default_factory=list)
    work_forms: list[str] = field(default_factory=list)
    joined_from: date | None = None
    is_own: bool = False
    size: str = ""
    contact_id: UUID | None = None
    has_no_contact: bool = False
    standing: str = ""
    at: datetime | None = None
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
    if filters.size:
        found = found.filter(size=filters.size)
    if filters.contact_id:
        turns = ContactPerson.objects.filter(account_id=filters.contact_id, until_date=None)
        found = found.filter(pk__in=turns.values("employer_id"))
    if filters.has_no_contact:
        turns = ContactPerson.objects.filter(account__isnull=False, until_date=None)
        found = found.exclude(pk__in=turns.values("employer_id"))
    if filters.standing and filters.at:
        found = found.filter(STANDINGS[filters.standing](filters.at))
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


def with_the_relation(found: QuerySet[Any], at: datetime) -> QuerySet[Any]:
    """The same employers, each with the names of `our_contact` and `their_contact` (None where nobody speaks), and
    `covenant_until` of a covenant that runs with an end."""
    turns = ContactPerson.objects.filter(employer=OuterRef("pk"), until_date=None)
    person = Concat("person__first_name", Value(" "), "person__last_name")
    covenants = Covenant.objects.filter(
        employer=OuterRef("pk"), removed_at=None, until_date__gte=localdate(at)
    ).order_by("until_date", "id")
    return found.annotate(
        our_contact=Subquery(turns.filter(account__isnull=False).values("account__name")[:1]),
        their_contact=Subquery(turns.filter(person__isnull=False).values_list(Trim(person))[:1]),
        covenant_until=Subquery(covenants.values("until_date")[:1]),
    )


def is_alive(employer: Employer, at: datetime) -> bool:
    """Whether something happened with this firm in the half year before `at`. One query."""
    return Employer.objects.filter(alive(at), pk=employer.pk).exists()


def employers_named(viewer: Actor, words: str) -> QuerySet[Employer]:
    """The region's employers whose own name is like `words`, who resembles them most first."""
    return named_like(employers_in_region(viewer), words).order_by("-alike", "name_key", "id")


def entrepreneurs_named(viewer: Actor, words: str) -> QuerySet[Entrepreneur]:
    """The same of the people of these employers who take part, each with the employer."""
    return named_like(entrepreneurs_in_region(viewer), words).order_by("-alike", "name_key", "id")


def _searched(employers: QuerySet[Employer], words: str) -> QuerySet[Employer]:
    people = Entrepreneur.objects.filter(name_key__contains=words_key(words))
    return named_like(employers, words, also=Q(pk__in=people.values("employer_id")))
