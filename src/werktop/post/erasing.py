"""Letting go of what was sent to, or about, a person who is erased."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import blot_names

from .models import Link, Message


@command(about="message")
def erase_messages(
    *,
    actor: Actor,
    at: datetime,
    to_kind: str,
    to_id: UUID,
    about_ids: list[UUID] | None = None,
) -> int:
    """Delete every message and link to this person, and every message about the things of `about_ids`.

    Called by the room that erases the person, which has checked that the actor may. Returns how many messages.
    """
    count, _each = Message.objects.filter(
        Q(to_kind=to_kind, to_id=to_id) | Q(about_id__in=about_ids or [])
    ).delete()
    held = Q(holder_kind=to_kind, holder_id__in=[to_id, *(about_ids or [])])
    Link.objects.filter(held | Q(about_id__in=about_ids or [])).delete()
    tell(count=count)
    return count


def blot_messages(*, about_ids: Iterable[UUID], name: str) -> None:
    """This whole name (first and last) becomes "…" in messages to others about these things.

    A message to somebody who carries the same name stays as it is: it names its own reader. For the room that
    knows what the person who is erased took part in; inside the command that erases.
    """
    told = Message.objects.filter(about_id__in=list(about_ids)).exclude(to_name__iexact=name)
    for field in ("subject", "body", "calendar"):
        blot_names(told, field, [name])
