"""Letting go of what was sent to, or about, a person who is erased."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.functions import Replace

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell

from .models import Link, Message


@command(about="message")
def erase_messages(
    *,
    actor: Actor,
    at: datetime,
    to_kind: str,
    to_id: UUID,
    about_ids: list[UUID] | None = None,
    name: str = "",
) -> int:
    """Delete every message and link to this person, and every message about the things of `about_ids`.

    A whole `name` (first and last) that stands in a message to somebody else becomes "…" there.

    Called by the room that erases the person, which has checked that the actor may. Returns how many messages.
    """
    count, _each = Message.objects.filter(
        Q(to_kind=to_kind, to_id=to_id) | Q(about_id__in=about_ids or [])
    ).delete()
    Link.objects.filter(Q(holder_kind=to_kind, holder_id=to_id) | Q(about_id__in=about_ids or [])).delete()
    if len(name.split()) > 1:
        told = Message.objects.filter(Q(body__contains=name) | Q(calendar__contains=name))
        told.update(
            body=Replace("body", Value(name), Value("…")),
            calendar=Replace("calendar", Value(name), Value("…")),
        )
    tell(count=count)
    return count
