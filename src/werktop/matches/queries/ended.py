"""Gatherings that are over and wait for their follow-up talks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

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
    talks, steps = FollowUp.objects.filter(gathering__in=rows), NextStep.objects.filter(gathering__in=rows)
    made = _counts(talks).keys() | _counts(steps).keys()
    to_send = _counts(talks.filter(status=FollowUpStatus.PROPOSED).exclude(ground=Ground.CALL))
    to_tell = _counts(steps.filter(told_at=None, done_at=None))
    found = [Ended(row, to_send.get(row.pk, 0) + to_tell.get(row.pk, 0), row.pk in made) for row in rows]
    return [each for each in found if each.waiting or not each.is_proposed]


def _counts(rows: QuerySet[Any]) -> dict[UUID, int]:
    return dict(rows.order_by().values_list("gathering").annotate(count=Count("pk")))
