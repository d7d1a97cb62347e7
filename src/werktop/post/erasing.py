"""Letting go of what was sent to, or about, a person who is erased."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell

from .models import Link, Message


@command(about="message")
def erase_messages(
    *, actor: Actor, at: datetime, to_kind: str, to_id: UUID, about_ids: list[UUID] | None = None
) -> int:
    """Delete every message and link to this person, and every message about the things of `about_ids`.

    Called by the room that erases the person, which has checked that the actor may. Returns how many messages.
    """
    count, _each = Message.objects.filter(
        Q(to_kind=to_kind, to_id=to_id) | Q(about_id__in=about_ids or [])
    ).delete()
    Link.objects.filter(Q(holder_kind=to_kind, holder_id=to_id) | Q(about_id__in=about_ids or [])).delete()
    tell(count=count)
    return count
