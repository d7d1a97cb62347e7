"""What of this room ends where a person stops."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from werktop.ambassadors.models import Ambassador, Coaching, Introduction
from werktop.audit.actors import Actor

from .introduced_talks import clear_talk


def stop_with_candidate(actor: Actor, candidate: Any, at: datetime) -> None:
    """Nobody coaches who stops, and no talk is to come. Called in the command that notes it."""
    _end(Coaching.objects.filter(candidate=candidate), at)
    _call_off(Introduction.objects.filter(candidate=candidate), at)


def stop_with_entrepreneur(actor: Actor, person: Any, at: datetime) -> None:
    """Who takes part no more coaches nobody, is no ambassador, and talks with nobody who was introduced."""
    _end(Coaching.objects.filter(entrepreneur=person), at)
    _end(Ambassador.objects.filter(entrepreneur=person), at)
    _call_off(Introduction.objects.filter(talk_with=person), at)


def _call_off(rows: Any, at: datetime) -> None:
    for row in rows.select_for_update().filter(talk_at__gt=at).order_by("id"):
        clear_talk(row)
        row.save()


def _end(rows: Any, at: datetime) -> None:
    today = timezone.localdate(at)
    for row in rows.select_for_update().filter(until_date=None).order_by("id"):
        row.until_date = max(today, row.since_date)
        row.save(update_fields=["until_date"])
