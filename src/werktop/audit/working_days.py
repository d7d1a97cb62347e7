"""Days on which offices work: Monday to Friday, but for the public holidays of the Netherlands. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

SATURDAY, SUNDAY = 5, 6


@lru_cache(maxsize=32)
def holidays(year: int) -> frozenset[date]:
    """The generally recognised holidays of a year, Good Friday among them (Algemene termijnenwet, article 3)."""
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == SUNDAY:
        kings_day -= timedelta(days=1)
    # Good Friday, Easter Monday, Ascension Day, Whit Monday
    moving = {sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49, 50)}
    fixed = {date(year, month, day) for month, day in ((1, 1), (5, 5), (12, 25), (12, 26))}
    return frozenset(moving | fixed | {kings_day})


def is_working_day(day: date) -> bool:
    """Whether offices work on this day."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def working_day_after(day: date, count: int = 1) -> date:
    """The working day that comes so many working days after `day` (at least one)."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_day_from(day: date) -> date:
    """This day, or the first working day after it."""
    return day if is_working_day(day) else working_day_after(day)


def last_working_day(day: date) -> date:
    """This day, or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
