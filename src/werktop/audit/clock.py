"""The one place that reads the clock. Everything else gets `at` passed in."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

REACH = timedelta(days=2 * 366)
"""How far from now the moments lie that people fill in."""


def is_within_reach(moment: datetime, at: datetime) -> bool:
    """Whether a moment that somebody filled in lies within two years of `at`, before or after. What lies further is a
    slip (the year 20260), and at the ends of the calendar no day can be added or taken off."""
    return abs(moment - at) <= REACH


def now() -> datetime:
    """The present moment, aware, in UTC.

    With `settings.DEMO_TODAY` the date stands still on that day (Europe/Amsterdam) while the time of day
    goes on, so that the demo's gathering of today stays today's.
    """
    real = timezone.now()  # noqa: TID251
    day: date | None = settings.DEMO_TODAY
    if day is None:
        return real
    local = timezone.localtime(real)
    return local.replace(year=day.year, month=day.month, day=day.day).astimezone(real.tzinfo)


def today() -> date:
    """The date of `now()` in the time zone of the country."""
    return timezone.localdate(now())
