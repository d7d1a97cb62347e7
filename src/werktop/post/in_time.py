"""Whether a message is read before somebody sets out. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from .waking_hours import may_leave_at

AHEAD = timedelta(hours=3)
"""An e-mail or a text message that leaves later than this before the start may be read on the way."""


def first_to_go_to(hours: Iterable[datetime | None], at: datetime) -> datetime | None:
    """The first of these hours at which somebody may set out who does not know better; nobody is on the way to one that
    is long past. None where there is none."""
    return min((hour for hour in hours if hour is not None and hour > at - AHEAD), default=None)


def leaves_too_late(channel: str, *, begins_at: datetime, at: datetime) -> bool:
    """Whether an e-mail or a text message that comes up at `at` may be read too late for what begins at `begins_at`. How
    long a letter takes is another question (`paper.comes_too_late`)."""
    return may_leave_at(channel, at) > begins_at - AHEAD
