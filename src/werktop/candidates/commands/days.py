"""Days in a picture that cannot be so."""

from __future__ import annotations

from datetime import date

from werktop.audit.refusals import DayOutOfReach, refuse_far_day

from .refusals import IsStillToCome, IsTooLongAgo

IS_PAST = ("done_date", "got_date", "seen_date")
"""Days on which something was done or got."""
IS_OF_A_LIFE = ("got_date", "from_date", "until_date", "seen_date", "since_date", "on_date")
"""Days that may lie as far back as a diploma, a course or an income of long ago."""
MOST_YEARS = 70
IS_AHEAD = ("valid_until",)
"""Days until which a paper may hold: a driving licence for ten years, others for longer."""
MOST_AHEAD = 30


def refuse_odd_day(name: str, day: date, today: date) -> None:
    """Pass silently, or refuse the day of this fact: `IsStillToCome` for what is done, `IsTooLongAgo`, else `DayOutOfReach` for
    what lies more than two years from today."""
    if name in IS_AHEAD:
        if not -MOST_YEARS <= day.year - today.year <= MOST_AHEAD:
            raise DayOutOfReach(field=name)
        return
    if name in IS_PAST and day > today:
        raise IsStillToCome(field=name)
    if name not in IS_OF_A_LIFE or day > today:
        refuse_far_day(day, today, name)
    elif today.year - day.year > MOST_YEARS:
        raise IsTooLongAgo(field=name)
