"""Reads of the outbox."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible

from .models import Channel, Message, MessageStatus

CARRIED = (Channel.EMAIL, Channel.SMS)
"""Channels that a gateway carries; letters wait for a printer."""


def visible_post(viewer: Actor) -> Q:
    """Whose talks go on is in letters about talks: not for who plans gatherings alone."""
    return Q() if viewer.can("arrange_follow_ups") else Q(about_kind="gathering")


def messages_of(viewer: Actor) -> QuerySet[Message]:
    """All messages that the viewer's organisation sends or sent, latest first: about gatherings alone for who does
    not arrange what comes after."""
    return (
        Message.objects.filter(visible_post(viewer), organisation_id=viewer.organisation_id)
        .select_related("organisation")
        .order_by("-created_at", "-id")
    )


def message_for(viewer: Actor, message_id: UUID) -> Message:
    """One message of the viewer's organisation; `NotVisible` otherwise."""
    found = messages_of(viewer).filter(pk=message_id).first()
    if found is None:
        raise NotVisible()
    return found


LEFT, WAITS, FAILED = MessageStatus.SENT, MessageStatus.WAITING, MessageStatus.FAILED
WENT_OUT = (MessageStatus.SENT, MessageStatus.FAILED)
"""Of a message that failed nobody knows whether it was read."""
NOT_OUT = (MessageStatus.WAITING, MessageStatus.FAILED)
FOR_ONE = ("account", "own_code", "hand_over")
"""What opens a door is for one person alone: a password, an own page, what was handed over."""


def outbox(viewer: Actor, *, search: str = "", status: str = "") -> QuerySet[Message]:
    """What has not gone out: failed messages first, then those that wait. Letters that wait have a list of their own.

    `search` looks at names, addresses, subjects and texts; `status` keeps what failed or what waits, or asks for the
    letters that were too late, the latest first.
    """
    viewer.require("see_guest_list")
    if status == MessageStatus.TOO_LATE:
        return _with_words(messages_of(viewer), search).filter(status=status)
    return (
        _with_words(messages_of(viewer), search)
        .filter(channel__in=CARRIED, status__in=[s for s in NOT_OUT if status in ("", s)])
        .exclude(about_kind__in=FOR_ONE)
        .order_by("status", "created_at", "id")
    )


def waiting_letters(viewer: Actor, *, at: datetime) -> QuerySet[Message]:
    """All letters that are not on their way, oldest first; `paper.letters_of` says which are still of use."""
    viewer.require("see_guest_list")
    return (
        messages_of(viewer)
        .filter(is_due(at), channel=Channel.LETTER, status=MessageStatus.WAITING)
        .order_by("created_at", "id")
    )


def all_waiting_letters() -> QuerySet[Message]:
    """Letters of all organisations that are not on their way, oldest first. For the nightly job."""
    return Message.objects.filter(channel=Channel.LETTER, status=MessageStatus.WAITING).order_by(
        "created_at", "id"
    )


def mailbox(viewer: Actor, *, search: str = "") -> QuerySet[Message]:
    """What went out in the demo, or waits to, latest first; `search` looks at names, addresses, subjects and texts."""
    found = _with_words(messages_of(viewer), search).exclude(
        status__in=(MessageStatus.WITHDRAWN, MessageStatus.TOO_LATE)
    )
    return found.order_by(Coalesce("sent_at", "created_at").desc(), "-id")


def _with_words(messages: QuerySet[Message], search: str) -> QuerySet[Message]:
    if not search:
        return messages
    return messages.filter(
        Q(to_name__icontains=search)
        | Q(to_address__icontains=search)
        | Q(subject__icontains=search)
        | Q(body__icontains=search)
    )


def due_messages(*, at: datetime, laid_down_before: datetime) -> list[UUID]:
    """Messages whose moment has come, laid down before a moment, oldest first. For the sweep: all organisations."""
    return list(
        Message.objects.filter(
            is_due(at),
            status=MessageStatus.WAITING,
            channel__in=CARRIED,
            created_at__lt=laid_down_before,
        )
        .order_by("created_at", "id")
        .values_list("pk", flat=True)
    )


def due_moments(*, at: datetime) -> list[tuple[UUID, datetime]]:
    """Messages laid down before `at` whose moment has come, and that moment, the first one first. For the demo, which tells
    of days that are past: all organisations."""
    moment = Coalesce("not_before_at", "created_at")
    due = Message.objects.filter(pk__in=due_messages(at=at, laid_down_before=at))
    return list(due.order_by(moment, "id").values_list("pk", moment))


def statuses_about(
    *, about_kind: str, about_id: UUID, purpose: str | None = None
) -> dict[tuple[str, UUID], str]:
    """(kind, key) of a recipient to the status of the latest message about one thing. The room above has decided
    who may see it.
    """
    found = Message.objects.filter(about_kind=about_kind, about_id=about_id)
    if purpose:
        found = found.filter(purpose=purpose)
    rows = found.order_by("created_at", "id").values_list("to_kind", "to_id", "status")
    return {(kind, key): status for kind, key, status in rows}


def not_reached(
    *, about_kind: str, about_ids: Collection[UUID], purpose: str
) -> dict[tuple[UUID, str, UUID], tuple[str, str]]:
    """Whose latest message of this purpose did not leave, or failed: (thing, kind and key of the recipient) to its channel
    and its status. One question for any number of things; the room above has decided who may see them."""
    found = Message.objects.filter(about_kind=about_kind, about_id__in=about_ids, purpose=purpose)
    rows = found.order_by("created_at", "id").values_list("about_id", "to_kind", "to_id", "channel", "status")
    latest = {(about, kind, key): (channel, status) for about, kind, key, channel, status in rows}
    return {whose: each for whose, each in latest.items() if each[1] != MessageStatus.SENT}


def unsent(
    about_kind: str,
    about_ids: Collection[UUID],
    *,
    purposes: Collection[str] | None = None,
    to_ids: Collection[UUID] | None = None,
) -> QuerySet[Message]:
    """Messages about any of these things that wait or failed; of these purposes, or to these people, where that is said."""
    found = Message.objects.filter(about_kind=about_kind, about_id__in=about_ids, status__in=NOT_OUT)
    if purposes is not None:
        found = found.filter(purpose__in=purposes)
    return found if to_ids is None else found.filter(to_id__in=to_ids)


def has_not_left(
    *,
    about_kind: str,
    about_ids: Collection[UUID],
    purposes: Collection[str],
    to_ids: Collection[UUID] | None = None,
) -> bool:
    """Whether a message of these purposes about any of these things still waits, or failed; for any of these people,
    where that is said. The room above has decided who may know."""
    return unsent(about_kind, about_ids, purposes=purposes, to_ids=to_ids).exists()


def hold_what_has_not_left(
    *, about_kind: str, about_id: UUID, purposes: Collection[str], to_id: UUID | None = None
) -> None:
    """Wait for what is leaving right now and hold what waits or failed until the transaction ends: what is asked about it
    from here on stays so. Messages of these purposes about one thing, to one person where that is said. For commands of
    rooms above, which hold that thing already."""
    held = unsent(about_kind, [about_id], purposes=purposes, to_ids=[to_id] if to_id else None)
    list(held.select_for_update(of=("self",)).order_by("id").values_list("pk", flat=True))


def people_with(
    *, about_kind: str, about_id: UUID, purposes: Collection[str], statuses: Collection[str] = ()
) -> set[tuple[str, UUID]]:
    """(kind, key) of who has a message of these purposes about one thing; of these statuses alone, where that is said.
    The room above has decided who may know."""
    found = Message.objects.filter(about_kind=about_kind, about_id=about_id, purpose__in=purposes)
    if statuses:
        found = found.filter(status__in=statuses)
    return set(found.values_list("to_kind", "to_id"))


def last_that_left(*, about_kind: str, about_id: UUID, purpose: str) -> dict[tuple[str, UUID], datetime]:
    """(kind, key) of each recipient to whom a message of this purpose about one thing left, to when the last of them was
    laid down. The room above has decided who may know."""
    found = Message.objects.filter(about_kind=about_kind, about_id=about_id, purpose=purpose)
    rows = found.filter(status=MessageStatus.SENT).order_by("created_at", "id")
    return {(kind, key): at for kind, key, at in rows.values_list("to_kind", "to_id", "created_at")}


def laid_down(
    *, about_kind: str, about_id: UUID, purposes: Collection[str]
) -> dict[tuple[str, UUID], list[tuple[datetime, str, str]]]:
    """(kind, key) of each recipient to the messages of these purposes about one thing, the first one first: when it was laid
    down, its purpose and its status. The room above has decided who may know."""
    found = Message.objects.filter(about_kind=about_kind, about_id=about_id, purpose__in=purposes)
    lines: dict[tuple[str, UUID], list[tuple[datetime, str, str]]] = {}
    rows = found.order_by("created_at", "id").values_list(
        "to_kind", "to_id", "created_at", "purpose", "status"
    )
    for kind, key, at, purpose, status in rows:
        lines.setdefault((kind, key), []).append((at, purpose, status))
    return lines


def waiting_about(
    *, about_kind: str, about_id: UUID, purposes: Collection[str]
) -> dict[tuple[str, UUID], tuple[str, datetime | None]]:
    """(kind, key) of each recipient of whom such a message still waits, to its channel and from when it may leave (None:
    at once). The room above has decided who may see it."""
    found = Message.objects.filter(
        about_kind=about_kind, about_id=about_id, purpose__in=purposes, status=MessageStatus.WAITING
    )
    rows = found.order_by("created_at", "id").values_list("to_kind", "to_id", "channel", "not_before_at")
    return {(kind, key): (channel, from_at) for kind, key, channel, from_at in rows}


def has_gone_out(
    *, about_kind: str, about_id: UUID, purposes: Collection[str], laid_down_from: datetime
) -> bool:
    """Whether anybody got a message of these purposes about one thing, laid down at this moment or later. The room
    above has decided who may know."""
    return Message.objects.filter(
        about_kind=about_kind,
        about_id=about_id,
        purpose__in=purposes,
        status=MessageStatus.SENT,
        created_at__gte=laid_down_from,
    ).exists()


def is_due(at: datetime) -> Q:
    """Messages whose moment has come."""
    return Q(not_before_at=None) | Q(not_before_at__lte=at)
