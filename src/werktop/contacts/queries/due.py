"""What is due today."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.contacts.models import Reminder

from .visible import reminders_visible_to


def reminders_due(viewer: Actor, at: datetime) -> QuerySet[Reminder]:
    """The viewer's own reminders of today and of earlier days that are not done, the oldest first, with their people."""
    return (
        reminders_visible_to(viewer)
        .filter(owner_id=viewer.id, done_at=None, due_date__lte=timezone.localdate(at))
        .order_by("due_date", "id")
    )
