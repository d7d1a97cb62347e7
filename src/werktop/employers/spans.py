"""When something is expected, as exactly as it is known: on a day, in a month, a quarter, a year. Pure."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

QUARTERS_AHEAD = 8
YEARS_AHEAD = 3
"""So far ahead one may choose; a day may be named in as many years."""


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def in_words(day: date | None, span: str) -> str:
    """ "12 maart 2027", "maart 2027", "eerste kwartaal van 2027" or "2027"; "" where nobody knows."""
    if day is None:
        return ""
    if span == "year":
        return str(day.year)
    if span == "quarter":
        words = (_("eerste kwartaal"), _("tweede kwartaal"), _("derde kwartaal"), _("vierde kwartaal"))
        return _("%(quarter)s van %(year)s") % {"quarter": words[quarter_of(day) - 1], "year": day.year}
    return date_format(day, "F Y" if span == "month" else "j F Y")


def code_of(day: date | None, span: str) -> str:
    """How a form says it: "2027" for a year, "2027-2" for a quarter, "2027-m03" for a month; "" for a day, which a field of its own
    asks."""
    if day is None or span == "day":
        return ""
    if span == "month":
        return f"{day.year}-m{day.month:02}"
    return str(day.year) if span == "year" else f"{day.year}-{quarter_of(day)}"


def read(code: str) -> tuple[date | None, str]:
    """The first day and the span that a form says."""
    if not code:
        return None, ""
    year, _dash, part = code.partition("-")
    if part.startswith("m"):
        return date(int(year), int(part[1:]), 1), "month"
    return (date(int(year), 3 * int(part) - 2, 1), "quarter") if part else (date(int(year), 1, 1), "year")


def read_or_none(code: str) -> tuple[date | None, str]:
    """The same of what anybody may have sent: what cannot be read says nothing."""
    try:
        return read(code)
    except ValueError:
        return None, ""


def choices(today: date, chosen: str = "") -> list[tuple[str, str]]:
    """The quarters from this one on and then whole years, as a form offers them; and what was chosen before where that is
    another."""
    first = today.year * 4 + quarter_of(today) - 1
    codes = [f"{n // 4}-{n % 4 + 1}" for n in range(first, first + QUARTERS_AHEAD)]
    codes += [str(today.year + n) for n in range(YEARS_AHEAD + 1)]
    if read_or_none(chosen)[0] and chosen not in codes:
        codes.insert(0, chosen)
    return [("", _("nog niet bekend")), *((code, in_words(*read(code))) for code in codes)]


def last_day_of(day: date, span: str) -> date:
    """The last day of the span that begins on this day."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(span, 0)
    if not months:
        return day
    after = day.month - 1 + months
    return date.fromordinal(date(day.year + after // 12, after % 12 + 1, 1).toordinal() - 1)
