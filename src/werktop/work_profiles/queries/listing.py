"""The list of work in the region: search, filters and order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.regions.finding import in_place, words_key
from werktop.work_profiles.choices import CLOSED, RUNNING
from werktop.work_profiles.models import WorkProfile, WorkProfileTerm

from .visible import work_profiles_in_region

ORDERS: dict[str, tuple[Any, ...]] = {
    "begin": (F("from_date").asc(nulls_last=True), "noted_at", "id"),
    "-begin": (F("from_date").desc(nulls_last=True), "-noted_at", "-id"),
    "what": ("what", "id"),
    "-what": ("-what", "-id"),
    "firm": ("employer__name_key", "what", "id"),
    "-firm": ("-employer__name_key", "what", "id"),
    "noted": ("noted_at", "id"),
    "-noted": ("-noted_at", "-id"),
}


@dataclass(frozen=True)
class WorkFilters:
    """What the list is narrowed to; empty or None: not narrowed. `status` is one of `Status`, "running" or "closed"; `quarter` the
    first and the last day, or `is_undated`; `place` a postcode's beginning or a town's name; `sort` a key of `ORDERS`."""

    words: str = ""
    status: str = "running"
    forms: list[str] = field(default_factory=list)
    sector: str = ""
    place: str = ""
    quarter: tuple[date, date] | None = None
    is_undated: bool = False
    how_sure: str = ""
    is_expected: bool = False
    is_open_hiring: bool = False
    term_ids: list[UUID] = field(default_factory=list)
    is_own: bool = False
    sort: str = ""


def found_work_profiles(viewer: Actor, filters: WorkFilters) -> QuerySet[WorkProfile]:
    """The work that fits, in order, each with its employer and organisation."""
    found = work_profiles_in_region(viewer)
    if filters.status == "running":
        found = found.filter(status__in=RUNNING)
    elif filters.status == "closed":
        found = found.filter(status__in=CLOSED)
    elif filters.status:
        found = found.filter(status=filters.status)
    if filters.words.strip():
        words = filters.words.strip()
        said = Q(what__icontains=words) | Q(own_words__icontains=words)
        found = found.filter(said | Q(employer__name_key__contains=words_key(words)))
    if filters.forms:
        found = found.filter(forms__overlap=filters.forms)
    if filters.sector:
        found = found.filter(employer__sector=filters.sector)
    if filters.place:
        sought = Q(place__icontains=filters.place.strip())
        firms = employers.employers_in_region(viewer).filter(in_place(filters.place) | sought)
        found = found.filter(sought | Q(place="", employer__in=firms.order_by().values("pk")))
    if filters.quarter:
        found = found.filter(from_date__range=filters.quarter)
    if filters.is_undated:
        found = found.filter(from_date=None)
    if filters.how_sure:
        found = found.filter(how_sure=filters.how_sure)
    if filters.is_expected:
        found = found.filter(is_expected=True)
    if filters.is_open_hiring:
        found = found.filter(is_open_hiring=True)
    if filters.term_ids:
        asked = WorkProfileTerm.objects.filter(term__in=catalogue.counting_as(filters.term_ids))
        found = found.filter(pk__in=asked.values("profile_id"))
    if filters.is_own:
        found = found.filter(organisation_id=viewer.organisation_id)
    order = ORDERS.get(filters.sort) or ORDERS["begin"]
    return found.select_related("employer", "organisation").order_by(*order)
