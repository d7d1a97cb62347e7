"""What becomes of letters: posted, told in another way, or too late."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.commands import command

from ..heard import note_heard
from ..models import Channel, Message, MessageStatus
from ..paper import keys_of_late_letters
from ..queries import is_due, visible_post


@command(about="message")
def mark_letters_printed(*, actor: Actor, at: datetime, message_ids: list[UUID]) -> int:
    """These letters are on paper and on their way; returns how many were not yet. They carry what is kept about
    somebody, so that whom they go to is told. Earlier letters to the same person about the same, which these replace,
    stay here."""
    actor.require("see_guest_list")
    letters = _waiting(actor, at, message_ids)
    for kind in ("candidate", "entrepreneur"):
        note_heard(kind, list(letters.filter(to_kind=kind).values_list("to_id", flat=True)), at)
    return _end(letters, at, message_ids)


@command(about="message")
def note_people_told(*, actor: Actor, at: datetime, message_ids: list[UUID]) -> int:
    """Somebody called or went by, since the post would bring these letters too late; returns how many there were. The
    letters stay here, and with them what they say about what is kept: of that nobody is told by it."""
    actor.require("see_guest_list")
    return _end(_waiting(actor, at, message_ids), at, message_ids)


@command(about="message")
def end_late_letters(*, actor: Actor, at: datetime, most: int = 500) -> int:
    """Letters of all organisations that wait about what has begun, a gathering or a talk, are too late; returns how many,
    at most `most`. Meant for the nightly job; doing it again changes nothing."""
    late = Message.objects.filter(
        channel=Channel.LETTER, status=MessageStatus.WAITING, pk__in=keys_of_late_letters(at)[:most]
    )
    return late.update(status=MessageStatus.TOO_LATE)


def _waiting(actor: Actor, at: datetime, message_ids: Collection[UUID]) -> QuerySet[Message]:
    return Message.objects.filter(
        visible_post(actor),
        is_due(at),
        organisation_id=actor.organisation_id,
        channel=Channel.LETTER,
        status=MessageStatus.WAITING,
        pk__in=message_ids,
    )


def _end(letters: QuerySet[Message], at: datetime, message_ids: Collection[UUID]) -> int:
    """What these replace is withdrawn; these count as sent."""
    replaced = Message.objects.filter(channel=Channel.LETTER, status=MessageStatus.WAITING).exclude(
        pk__in=message_ids
    )
    for letter in list(letters):
        replaced.filter(
            to_id=letter.to_id,
            about_kind=letter.about_kind,
            about_id=letter.about_id,
            created_at__lte=letter.created_at,
            organisation_id=letter.organisation_id,
        ).update(status=MessageStatus.WITHDRAWN)
    return letters.update(status=MessageStatus.SENT, sent_at=at)
