"""Gatherings that are over and wait for their follow-up talks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from werktop.audit.actors import Actor
from werktop.gatherings.queries.gatherings import gatherings_visible_to

from ..models import FollowUp, FollowUpStatus, Ground, NextStep

WEEKS = 6
"""A gathering longer ago than this no longer asks for attention by itself."""
MOST = 12


@dataclass(frozen=True)
class Ended:
    """A gathering that is over: `waiting` proposals and next steps to look at and send; `is_proposed` is False when
    nothing was proposed yet."""

    gathering: Any
    waiting: int
    is_proposed: bool


def gatherings_to_follow_up(viewer: Actor, at: datetime) -> list[Ended]:
    """The finished gatherings of the viewer's own organisation in which somebody's follow-up waits, the latest first.

    A call that an employer's wish asks for is not counted: it is made, not sent.
    """
    since = at - timedelta(weeks=WEEKS)
    rows = list(
        gatherings_visible_to(viewer).filter(
            organisation_id=viewer.organisation_id, status="finished", starts_at__gte=since, starts_at__lte=at
        )[:MOST]
    )
    talks = _made_and_waiting(
        FollowUp.objects.filter(gathering__in=rows),
        Q(status=FollowUpStatus.PROPOSED) & ~Q(ground=Ground.CALL),
    )
    steps = _made_and_waiting(
        NextStep.objects.filter(gathering__in=rows), Q(told_at__isnull=True, done_at__isnull=True)
    )
    found = [
        Ended(
            row,
            waiting=talks.get(row.pk, 0) + steps.get(row.pk, 0),
            is_proposed=row.pk in talks or row.pk in steps,
        )
        for row in rows
    ]
    return [each for each in found if each.waiting or not each.is_proposed]


def _made_and_waiting(rows: QuerySet[Any], is_waiting: Q) -> dict[UUID, int]:
    """Per gathering that has any of these rows, how many of them wait."""
    return dict(rows.order_by().values_list("gathering").annotate(waiting=Count("pk", filter=is_waiting)))
