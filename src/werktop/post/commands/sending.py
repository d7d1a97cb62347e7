"""What is done with messages: laid down, delivered, withdrawn, tried again, forgotten.

The row is the truth and the job only a nudge: a job that is lost is made again by the sweep, a job that runs
twice finds the row sent.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.keys import new_key
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.retention import BATCH, TERMS, erases, let_go

from ..gateways import NotNow, Refused, gateway_of
from ..heard import is_heard_when_sent, note_heard
from ..models import Channel, Link, Message, MessageStatus
from ..queries import CARRIED, unsent, visible_post
from ..readdressing import PUT_RIGHT, put_right
from ..recipients import Recipient, person_of
from ..sense import has_lost_its_sense
from ..waking_hours import may_leave_at

MOST_TRIES = 100
"""About four days with `back_off`: as long as mail servers themselves try (RFC 5321, 4.5.4.1)."""
SOON = timedelta(seconds=2)
"""After so long a message that somebody held is looked at again."""


class NoAddress(Refusal):
    text = _(
        "Van deze persoon is voor dit kanaal geen adres of nummer bekend. Vul het aan of kies een ander kanaal."
    )


class NotToRetry(Refusal):
    text = _("Dit bericht is al verstuurd of ingetrokken.")


class NotYet(Refusal):
    text = _("Dit bericht wacht op zijn tijd en gaat dan vanzelf.")


@command(about="message")
def send_message(
    *,
    actor: Actor,
    at: datetime,
    organisation_id: UUID,
    to: Recipient,
    subject: Any,
    body: str,
    about_kind: str,
    about_id: UUID,
    purpose: str,
    calendar: str = "",
    not_before_at: datetime | None = None,
    reckons_with_at: datetime | None = None,
) -> UUID:
    """Lay one message in the outbox, and its job in the queue, in the transaction of the caller.

    The one way in which any room tells a guest something. Called by commands of rooms above, which have decided that
    `actor` may. `subject` and `body` are in the recipient's words already (`writing.in_the_words_of`). A `calendar`
    file goes with an e-mail alone. `reckons_with_at`: the start that the recipient last heard of. A text message of the
    night leaves in the morning. A message about a phone call is made by nobody: who is only called is a ValueError.
    `NoAddress` where there is none.
    """
    leaves_at = may_leave_at(to.channel, not_before_at or at)
    not_before_at = not_before_at if leaves_at == at else leaves_at
    if to.channel not in (*CARRIED, Channel.LETTER):
        raise ValueError(f"no message goes by {to.channel!r}")
    if not to.address.strip():
        raise NoAddress()
    key = new_key()
    Message.objects.create(
        id=key,
        organisation_id=organisation_id,
        channel=to.channel,
        to_kind=to.kind,
        to_id=to.id,
        to_name=to.name,
        to_address=to.address.strip(),
        language=to.language,
        subject=" ".join(str(subject).split())[:160],
        body=body,
        calendar=calendar if to.channel == Channel.EMAIL else "",
        about_kind=about_kind,
        about_id=about_id,
        purpose=purpose,
        message_id=f"<{key}@{_domain()}>",
        not_before_at=not_before_at,
        reckons_with_at=reckons_with_at,
        created_at=at,
    )
    if to.channel in CARRIED:
        _defer(key, wait=not_before_at - at if not_before_at else timedelta(0))
    return key


@command(about="message")
def deliver_message(*, actor: Actor, at: datetime, message_id: UUID) -> str:
    """Hand one message to its gateway and write down how that went; returns its status.

    The row stays locked while the other side answers, so that no second worker sends the same and a withdrawal
    waits. What has lost its sense meanwhile (`sense`) is withdrawn. Whose address changed meanwhile gets it there, by the
    next job: its new link is kept before anybody can open it. If this process dies in between, the row still
    says waiting: the message goes once more, with the same Message-ID, by which mail programs know it. Already sent
    or withdrawn: nothing happens. Held by somebody else: it is looked at again `SOON`.
    """
    message = (
        Message.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("organisation")
        .filter(pk=message_id)
        .first()
    )
    if message is None:
        if Message.objects.filter(pk=message_id, status=MessageStatus.WAITING).exists():
            _defer(
                message_id, wait=SOON
            )  # somebody holds the row: what is left to do is looked at when that is over
        return ""
    is_early = message.not_before_at is not None and message.not_before_at > at
    if message.status != MessageStatus.WAITING or message.channel not in CARRIED or is_early:
        return message.status
    if has_lost_its_sense(message.about_kind, message.about_id, message.purpose, at):
        # asked here and not only by a job at night: "until tomorrow" does not leave a minute past midnight
        message.status = MessageStatus.WITHDRAWN
        message.save(update_fields=["status"])
        return message.status
    leaves_at = may_leave_at(message.channel, at)
    if leaves_at > at:
        # it came up late, or is tried again at night
        message.not_before_at = leaves_at
        message.save(update_fields=["not_before_at"])
        _defer(message.pk, wait=leaves_at - at)
        return message.status
    person = person_of(message.to_kind, message.to_id)
    if person is not None and put_right(message, person, at):
        # it was leaving when the address changed: the change waited for no mail server
        message.save(update_fields=PUT_RIGHT)
        if message.status == MessageStatus.WAITING:
            _defer(message.pk)
        return message.status
    message.tries += 1
    try:
        gateway_of(message.channel).send(message)
    except Refused as fault:
        message.status, message.last_fault = MessageStatus.FAILED, _fault(fault, message)
    except NotNow as fault:
        message.last_fault = _fault(fault, message)
        if message.tries >= MOST_TRIES:
            message.status = MessageStatus.FAILED
        else:
            wait = back_off(message.tries)
            message.not_before_at = at + wait
            _defer(message.pk, wait=wait)
    else:
        message.status, message.sent_at, message.last_fault = MessageStatus.SENT, at, ""
        if message.channel == Channel.EMAIL and is_heard_when_sent(message.about_kind):
            note_heard(message.to_kind, [message.to_id], at)
    message.save(update_fields=["status", "sent_at", "tries", "last_fault", "not_before_at"])
    return message.status


def back_off(tries: int) -> timedelta:
    """How long to wait after so many tries: a minute, then twice as long each time, at most an hour."""
    return timedelta(minutes=min(60, 2 ** (max(tries, 1) - 1)))


@command(about="message")
def withdraw_messages(
    *,
    actor: Actor,
    at: datetime,
    about_kind: str,
    about_id: UUID,
    purposes: Collection[str] | None = None,
    to_id: UUID | None = None,
    is_over: bool = False,
) -> int:
    """Messages about this thing that wait or failed do not go out, nor can they be tried again; returns how many. Only
    those of these `purposes`, or to one person, where that is said. Where the thing `is_over`, letters came too late and
    say so. Called by commands of rooms above."""
    found = unsent(about_kind, [about_id], purposes=purposes, to_ids=[to_id] if to_id else None)
    late = found.filter(channel=Channel.LETTER).update(status=MessageStatus.TOO_LATE) if is_over else 0
    return late + found.update(status=MessageStatus.WITHDRAWN)


@command(about="message")
def withdraw_messages_to(
    *,
    actor: Actor,
    at: datetime,
    to_ids: Collection[UUID],
    about_kind: str,
    about_ids: Collection[UUID],
    purposes: Collection[str],
) -> int:
    """The same, as one act, for messages of these `purposes` about any of these things to any of these people."""
    found = unsent(about_kind, about_ids, purposes=purposes, to_ids=to_ids)
    return found.update(status=MessageStatus.WITHDRAWN)


@command(about="message")
def retry_message(*, actor: Actor, at: datetime, message_id: UUID) -> UUID:
    """Try a failed or waiting message now. `NotToRetry` where it was sent or withdrawn meanwhile; `NotYet` where it
    was never tried since its moment is still to come: a guest may be promised that nobody hears of it before."""
    actor.require("see_guest_list")
    message = (
        Message.objects.select_for_update()
        .filter(visible_post(actor), pk=message_id, organisation_id=actor.organisation_id)
        .first()
    )
    if message is None:
        raise NotVisible()
    if message.status not in (MessageStatus.FAILED, MessageStatus.WAITING) or message.channel not in CARRIED:
        raise NotToRetry()
    if message.tries == 0 and message.not_before_at is not None and message.not_before_at > at:
        raise NotYet()
    message.status, message.not_before_at, message.tries = MessageStatus.WAITING, at, 0
    message.save(update_fields=["status", "not_before_at", "tries"])
    _defer(message.pk)
    return message.pk


@erases("message", "post.Message")
@command(about="message")
def forget_old_messages(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` messages that are past their term since they were sent (or came to nothing), and links
    as long after their end.

    Returns how many of either went, whichever is more: while that is `most`, there may be others. Meant for the
    nightly job; doing it again changes nothing.
    """
    before = TERMS["message"].before(at)
    links = let_go(Link.objects.filter(expires_at__lt=before).order_by("id"), most)
    old = Message.objects.filter(Q(sent_at__lt=before) | Q(sent_at=None, created_at__lt=before))
    return max(let_go(old.order_by("id"), most), links)


def nudge(message_id: UUID) -> bool:
    """Put one more job for a message in the queue, unless a nudge waits there already; tells whether it did."""
    try:
        with transaction.atomic():
            _defer(message_id, queueing_lock=f"nudge {message_id}")
    except AlreadyEnqueued:
        return False
    return True


def _defer(message_id: UUID, *, wait: timedelta = timedelta(0), queueing_lock: str | None = None) -> None:
    # No lock on the job: one that waits for its moment would hold up a later one that may go now. The row's lock lets no
    # two deliver one message, and a job that finds it sent does nothing.
    # By name, since the job calls these commands; a wait and no moment, since the demo's clock may stand on
    # another day than the database's
    seconds = int(wait.total_seconds()) + 1 if wait > timedelta(0) else 0
    app.configure_task(
        "post.deliver",
        queue="post",
        queueing_lock=queueing_lock,
        schedule_in={"seconds": seconds} if seconds else None,
    ).defer(message_id=str(message_id))


def _fault(fault: Exception, message: Message) -> str:
    # the other side often repeats the address, which has no place in this field
    return " ".join(str(fault).split()).replace(message.to_address, "…")[:200]


def _domain() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "werktop.example"
