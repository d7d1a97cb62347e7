"""Putting something off: until tomorrow, until next week, or until a day; it can be taken back on the spot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from .refusals import Refusal

LATER = (("tomorrow", _("Morgen")), ("week", _("Over een week")))
"""What a button says, by what it sends."""
DAYS = {"tomorrow": 1, "week": 7}


class WhichDay(Refusal):
    text = _("Kies de dag waarop het terugkomt.")


@dataclass(frozen=True)
class PutOff:
    """What the last press put off: where it is put back, from which day, and until when it is now."""

    url: str
    was: date
    until: date


def later_day(post: Any, at: datetime) -> date:
    """The day that a press asks: `to` is a word out of `LATER` or a date; else `WhichDay`."""
    asked = post.get("to", "")
    if asked in DAYS:
        return timezone.localdate(at) + timedelta(days=DAYS[asked])
    try:
        day = parse_date(asked)
    except ValueError:
        day = None
    if day is None:
        raise WhichDay()
    return day


def put_off_in(request: Any, name: str) -> tuple[UUID, date] | None:
    """What the address says was put off: its key, and the day on which it stood."""
    key, _dot, day = request.GET.get(name, "").partition(".")
    try:
        was = parse_date(day)
        return (UUID(key), was) if was else None
    except ValueError:
        return None
