"""Quarters of a year, by which work is expected."""

from __future__ import annotations

from datetime import date, timedelta


def quarter_of(day: date) -> str:
    """ "2027-1" for any day of the first three months of 2027."""
    return f"{day.year}-{(day.month - 1) // 3 + 1}"


def days_of(quarter: str) -> tuple[date, date] | None:
    """The first and the last day of "2027-1"; None where it is no quarter."""
    year, _dash, number = quarter.partition("-")
    if not (year.isdigit() and len(year) == 4 and int(year) and number in ("1", "2", "3", "4")):
        return None
    first = date(int(year), int(number) * 3 - 2, 1)
    return first, (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)


def quarters_from(day: date, count: int) -> list[str]:
    """So many quarters, that of this day first."""
    year, number = day.year, (day.month - 1) // 3
    return [f"{year + (number + n) // 4}-{(number + n) % 4 + 1}" for n in range(count)]
