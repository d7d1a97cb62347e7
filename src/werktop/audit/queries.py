"""Reads of the trail and the processing log."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from .models import Entry, PersonalView


def trail_about(kind: str, about_id: UUID) -> QuerySet[Entry]:
    """What was done to one thing, latest first. The caller has checked that the viewer may see it."""
    return Entry.objects.filter(about_kind=kind, about_id=about_id).order_by("-at", "-id")


@dataclass(frozen=True)
class TrailFilters:
    """What a trail is narrowed to. None or "": not narrowed. `room` is the first part of a verb or page; days are
    those of the country, both included; `is_elsewhere`: only what colleagues of other organisations saw;
    `is_oldest_first` turns the order round."""

    actor_id: UUID | None = None
    room: str = ""
    about_id: UUID | None = None
    from_date: date | None = None
    until_date: date | None = None
    is_elsewhere: bool = False
    is_oldest_first: bool = False


EVERYTHING = TrailFilters()


def trail_of_organisation(organisation_id: UUID, filters: TrailFilters = EVERYTHING) -> QuerySet[Entry, Any]:
    """Everything done by an organisation's colleagues and guests, latest first."""
    found = Entry.objects.filter(organisation_id=organisation_id)
    if filters.about_id:
        found = found.filter(about_id=filters.about_id)
    if filters.room:
        found = found.filter(verb__startswith=f"{filters.room}.")
    return _narrowed(found, filters)


def done_in_place_of(
    organisation_id: UUID, account_id: UUID, *, since: datetime | None
) -> QuerySet[Entry, Any]:
    """What colleagues did from `since` on while they stood in for this one, the latest first; without a moment, nothing."""
    if since is None:
        return Entry.objects.none()
    found = Entry.objects.filter(organisation_id=organisation_id, at__gte=since)
    return found.filter(detail__stood_in_for=str(account_id)).order_by("-at", "-id")


def views_for_organisation(
    organisation_id: UUID, filters: TrailFilters = EVERYTHING
) -> QuerySet[PersonalView, Any]:
    """Who of an organisation looked at whom, and who of elsewhere looked at the people it answers for; latest first.

    Which colleague of another organisation looked is not for this one: narrowed to somebody, only the own are found.
    """
    own = Q(organisation_id=organisation_id)
    by_others = Q(about_organisation_id=organisation_id)
    if filters.is_elsewhere:
        # as the page tells them apart: a guest is nobody's colleague
        own = by_others & Q(actor_kind="staff") & ~Q(organisation_id=organisation_id)
    elif not filters.actor_id:
        own |= by_others
    found = PersonalView.objects.filter(own)
    if filters.about_id:
        found = found.filter(about_ids__contains=[str(filters.about_id)])
    if filters.room:
        found = found.filter(page__startswith=f"{filters.room}:")
    return _narrowed(found, filters)


def views_of_people(organisation_id: UUID, keys: Collection[UUID]) -> QuerySet[PersonalView, Any]:
    """The same of these people alone, without the keys of the others on a line: of a list that was downloaded there are
    thousands."""
    about = reduce(or_, (Q(about_ids__contains=[str(key)]) for key in keys))
    return views_for_organisation(organisation_id).filter(about).defer("about_ids")


def _narrowed(found: Any, filters: TrailFilters) -> Any:
    if filters.actor_id:
        found = found.filter(actor_id=filters.actor_id)
    if filters.from_date:
        found = found.filter(at__date__gte=filters.from_date)
    if filters.until_date:
        found = found.filter(at__date__lte=filters.until_date)
    return found.order_by("at", "id") if filters.is_oldest_first else found.order_by("-at", "-id")
