"""Whom of a talk a message does not reach, or too late: that one is called."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from werktop.post.in_time import first_to_go_to, leaves_too_late
from werktop.post.queries import CARRIED
from werktop.post.recipients import recipient_of


def is_to_be_called(side: str, person: Any, hours: Collection[datetime | None], at: datetime) -> bool:
    """Whether a colleague calls this one about what changes at `at`: no message can be sent, or an e-mail or a text message
    may be read too late for the first of these `hours`, at which this one may set out (the hour that was told, and the
    new one). Nobody is on the way to an hour that is long past. For letters there is a list of its own (`post.paper`)."""
    way = recipient_of(side, person)
    if not way.is_written_to:
        return True
    first = first_to_go_to(hours, at)
    return (
        first is not None and way.channel in CARRIED and leaves_too_late(way.channel, begins_at=first, at=at)
    )
