"""Whether a message is read before somebody sets out. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

from .waking_hours import may_leave_at

AHEAD = timedelta(hours=3)
"""An e-mail or a text message that leaves later than this before the start may be read on the way."""


def leaves_too_late(channel: str, *, begins_at: datetime, at: datetime) -> bool:
    """Whether an e-mail or a text message that comes up at `at` may be read too late for what begins at `begins_at`. How
    long a letter takes is another question (`paper.comes_too_late`)."""
    return may_leave_at(channel, at) > begins_at - AHEAD
