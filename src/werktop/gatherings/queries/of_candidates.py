"""Who of many candidates was asked to which gathering: for the list of candidates, of which these are filters."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet

from werktop.audit.actors import Actor

from ..models import Gathering, Guest, Reply
from .gatherings import gatherings_visible_to

MOST = 40
"""So many gatherings, the latest first, are offered to filter by."""


def _asked(viewer: Actor) -> QuerySet[Guest]:
    """The own organisation's candidates as guests. Who was only chosen, and not yet invited, was not asked yet."""
    own = Guest.objects.filter(candidate__isnull=False, organisation_id=viewer.organisation_id)
    return own.exclude(reply=Reply.CHOSEN, arrived_at=None)


def asked_to(viewer: Actor, gathering_id: UUID) -> QuerySet[Any]:
    """The keys of the candidates who were asked to a gathering that the viewer sees, for a query to look in."""
    visible = gatherings_visible_to(viewer).filter(pk=gathering_id).order_by().values("pk")
    return _asked(viewer).filter(gathering__in=visible).values("candidate_id")


def was_ever_asked(viewer: Actor, of: OuterRef) -> Exists:
    """Whether an own candidate was ever asked to a gathering; `of` is the path to the candidate's key."""
    return Exists(_asked(viewer).filter(candidate_id=of))


def asked_in_numbers(viewer: Actor, found: QuerySet[Any]) -> list[tuple[Gathering, int]]:
    """The latest gatherings to which somebody of `found` (candidates) was asked, with how many of them. Two queries."""
    guests = _asked(viewer).filter(candidate__in=found.order_by().values("pk"))
    numbers = dict(guests.values_list("gathering_id").annotate(number=Count("pk")).order_by())
    visible = gatherings_visible_to(viewer).filter(pk__in=numbers)[:MOST]
    return [(gathering, numbers[gathering.pk]) for gathering in visible]
