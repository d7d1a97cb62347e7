"""Messages that have not gone out follow a person to the address, or the number, that is right now; the links of those
that went to another open nothing any more (decision 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell

from . import links
from .models import Message, MessageStatus
from .queries import NOT_OUT
from .recipients import recipient_of


def let_messages_follow(
    *, actor: Actor, at: datetime, to_kind: str, person: Any, had: tuple[str, str]
) -> int:
    """`readdress_messages`, where anything waits for this person or failed: else there is nothing to note. Links that went
    to what this person `had` (e-mail address and number) and has no more open nothing (`links.went_where_they_are`).
    Call it inside the command that changes the person. Returns how many links that were."""
    if _not_out(to_kind, person).exists():
        readdress_messages(actor=actor, at=at, to_kind=to_kind, person=person)
    closed = links.count_closed(
        holder_kind=to_kind, holder_id=person.pk, had=had, has=(person.email, person.phone), at=at
    )
    if closed:
        tell(links_closed=closed)
    return closed


def links_closed_in_words(count: int) -> str:
    """What the colleague who changed the person reads, after "Bewaard."; nothing where no link was open."""
    if not count:
        return ""
    return " " + _(
        "De link in wat naar het oude adres of nummer ging, opent niet meer. In een volgend bericht staat een nieuwe. "
        "Ging daar een uitnodiging of afspraak heen? Bel dan even: die sturen we niet opnieuw."
    )


@command(about="message")
def readdress_messages(*, actor: Actor, at: datetime, to_kind: str, person: Any) -> int:
    """What waits or failed goes to the address that this person (as `recipient_of` takes one) has now, by the same way,
    with new links in it; what failed waits for a colleague to try again. Where that way is gone nothing leaves any more:
    it counts as failed, so that somebody calls. Returns how many changed.

    A message that is leaving at this moment is left alone, and put right before it is tried again. Called by the room that
    changes the person, which has checked that the actor may.
    """
    # who sends holds the message and then the person, who changes holds the person: neither waits for the other
    waiting = _not_out(to_kind, person).select_for_update(skip_locked=True).order_by("id")
    changed = [message for message in waiting if put_right(message, person, at)]
    Message.objects.bulk_update(changed, PUT_RIGHT)
    tell(count=len(changed))
    return len(changed)


PUT_RIGHT = ("to_address", "body", "status", "tries")
"""What `put_right` changes."""


def put_right(message: Message, person: Any, at: datetime) -> bool:
    """Have a message that has not gone out go to where this person is now, with links of that address; where its way is
    gone it counts as failed. Whether anything changed, which the caller saves, holding the message."""
    now = recipient_of(message.to_kind, person, channel=message.channel)
    if now.channel != message.channel:
        message.status, message.tries = MessageStatus.FAILED, 0
        return True
    if now.address.strip() == message.to_address and not _had_no_address(message):
        return False
    message.to_address = now.address.strip()
    message.body = links.renewed_in(
        message.body,
        holder_kind=message.to_kind,
        holder_id=message.to_id,
        reach=links.reach_of(now.channel, now.address),
        language=message.language,
        at=at,
    )
    if _had_no_address(message):
        message.status = MessageStatus.WAITING  # the sweep brings it
    return True


def _not_out(to_kind: str, person: Any) -> QuerySet[Message]:
    return Message.objects.filter(to_kind=to_kind, to_id=person.pk, status__in=NOT_OUT)


def _had_no_address(message: Message) -> bool:
    """Whether it failed here, untried, because its address was gone."""
    return message.status == MessageStatus.FAILED and message.tries == 0
