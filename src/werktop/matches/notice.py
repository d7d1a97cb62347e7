"""How soon after it is told a talk can be, and how far apart two talks of one person are. What two people agree with a
colleague by telephone keeps to neither. Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from werktop.audit.working_days import working_day_after

WORKING_DAYS = 2
"""So many whole working days lie between the message and the talk that werktop proposes."""
TRAVEL = timedelta(minutes=60)
"""Between two talks of one person at different places."""


def first_day_from(at: datetime, time_zone: str) -> datetime:
    """The beginning of the first day on which a talk can be that is told at `at`."""
    zone = ZoneInfo(time_zone)
    day = working_day_after(at.astimezone(zone).date(), WORKING_DAYS + 1)
    return datetime.combine(day, time(0), tzinfo=zone)
