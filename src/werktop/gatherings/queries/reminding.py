"""Whom a message asks for an answer once more, and from when on: not seconds after the invitation."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..models import Guest, Reply
from .guests import GuestRow
from .hearing import OFF, TO_CALL

WAIT = timedelta(days=2)
"""So long everybody has to answer."""
NEAR, WAIT_WHEN_NEAR = timedelta(days=4), timedelta(days=1)
"""Asked this shortly before the day, one day is enough."""


def remind_from(written_at: datetime, starts_at: datetime) -> datetime | None:
    """The moment from which who was written to at `written_at` (`written_to_at`) is reminded; None where that is not
    before the gathering begins: then there is time for a call alone."""
    is_near = starts_at - written_at <= NEAR
    moment = written_at + (WAIT_WHEN_NEAR if is_near else WAIT)
    return moment if moment < starts_at else None


def is_due(written_at: datetime, starts_at: datetime, at: datetime) -> bool:
    """Whether who was written to at `written_at` had time to answer, and a reminder still comes before the gathering."""
    moment = remind_from(written_at, starts_at)
    return moment is not None and moment <= at < starts_at


def awaits_new_day(guest: Guest | GuestRow) -> bool:
    """Whether this guest said yes to the day that it was, and nothing yet about the one that it is."""
    return guest.reply == Reply.YES and guest.asked_again_at is not None


def can_be_reminded(guest: Guest | GuestRow) -> bool:
    """Whether a message may ask this guest once more: who has not answered, or not about the new day. Who is called about
    that, and whom another organisation takes off the list, is left to colleagues."""
    if guest.channel == "call":
        return False
    return guest.reply == Reply.INVITED or (awaits_new_day(guest) and guest.hears_by not in (*TO_CALL, OFF))


def asked_at(guest: Guest | GuestRow) -> datetime | None:
    """When this guest was asked what is not answered yet, by an invitation or by the last change that asked again."""
    return guest.asked_again_at or guest.invited_at


def is_reminded(guest: Guest | GuestRow) -> bool:
    """Whether this guest was reminded of that question, not of one before."""
    asked = asked_at(guest)
    return guest.reminded_at is not None and (asked is None or guest.reminded_at >= asked)


def written_to_at(guest: Guest | GuestRow) -> datetime | None:
    """When this guest last got that question, by an invitation, a change or a reminder."""
    return guest.reminded_at if is_reminded(guest) else asked_at(guest)
