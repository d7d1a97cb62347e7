"""When a telephone may buzz: text messages leave between eight in the morning and eight in the evening. Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from .models import Channel

ZONE = ZoneInfo("Europe/Amsterdam")
FROM, UNTIL = time(8), time(20)
LATEST = time(19)
"""What may not wait for the morning is planned by then: an hour in which the worker can come round to it."""


def may_leave_at(channel: str, moment: datetime) -> datetime:
    """The first moment from `moment` on at which a message of this channel may leave: of a text message that comes up at
    night eight o'clock in the morning, else `moment` itself."""
    local = moment.astimezone(ZONE)
    if channel != Channel.SMS or FROM <= local.time() < UNTIL:
        return moment
    day = local.date() + timedelta(days=1 if local.time() >= UNTIL else 0)
    return datetime.combine(day, FROM, tzinfo=ZONE).astimezone(moment.tzinfo)


def that_same_day(channel: str, moment: datetime) -> datetime:
    """When a message of this channel that loses its sense overnight is to leave: of a text message that comes up in the
    evening `LATEST` on that day, else `moment` itself."""
    local = moment.astimezone(ZONE)
    if channel != Channel.SMS or local.time() < UNTIL:
        return moment
    return datetime.combine(local.date(), LATEST, tzinfo=ZONE).astimezone(moment.tzinfo)
