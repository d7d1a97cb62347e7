"""The time of a gathering in words, on screens and on paper."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format, time_format
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .models import Gathering


def moment_of(gathering: Gathering, *, is_inside: bool = False) -> str:
    """Day and times in the gathering's own time zone: "Donderdag 3 december, 13.30 tot 16.00 uur". Inside a sentence
    (`is_inside`) without that capital."""
    zone = ZoneInfo(gathering.time_zone)
    starts, ends = gathering.starts_at.astimezone(zone), gathering.ends_at.astimezone(zone)
    clock = "H:i" if get_language() == "en" else "H.i"
    day = date_format(starts, "l j F Y")
    return _("%(day)s, %(begins)s tot %(ends)s uur") % {
        "day": day if is_inside else capfirst(day),
        "begins": time_format(starts.time(), clock),
        "ends": time_format(ends.time(), clock),
    }


def prepares_in_time(preparation: Gathering) -> bool:
    """Whether this is over when the gathering that it prepares for begins, if it prepares for one."""
    main = preparation.prepares_for
    return main is None or preparation.ends_at <= main.starts_at


def day_of(moment: datetime, time_zone: str) -> date:
    """The day on which a moment falls in this time zone."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


def days_until(gathering: Gathering, at: datetime) -> int:
    """Whole days from `at` to the day of the gathering, in its own time zone: 0 on the day, below zero after it."""
    zone = ZoneInfo(gathering.time_zone)
    return (gathering.starts_at.astimezone(zone).date() - at.astimezone(zone).date()).days
