"""Courses and other help that ended and still wait to be looked at together."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates.models import InstrumentUse

from .working import works_with


def courses_to_look_at(viewer: Actor, at: datetime, most: int = 30) -> list[InstrumentUse]:
    """What people with whom the viewer works followed, of which the last day is over and nobody noted together what it changed
    (what the candidate wrote alone is not that); the one that ended first first, each with its candidate. One query."""
    over = InstrumentUse.objects.filter(
        works_with(viewer, "candidate__"),
        candidate__left_at=None,
        seen_date=None,
        until_date__lt=timezone.localdate(at),
    )
    return list(over.select_related("candidate").order_by("until_date", "id")[:most])
