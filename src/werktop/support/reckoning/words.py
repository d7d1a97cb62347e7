"""Words in two languages that need no framework: the command line and the screens say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
UNITS = {
    "cents_per_hour": ("per uur", "per hour"),
    "cents_per_year": ("per jaar", "per year"),
    "cents_per_month": ("per maand", "per month"),
    "hours_per_week": ("uur per week", "hours per week"),
    "hours_per_day": ("uur per dag", "hours per day"),
    "months": ("maanden", "months"),
    "years": ("jaar", "years"),
    "hours": ("uur", "hours"),
    "tasks": ("taken", "tasks"),
}
ONE = {
    "months": ("maand", "month"),
    "years": ("jaar", "year"),
    "hours": ("uur", "hour"),
    "tasks": ("taak", "task"),
}


@dataclass(frozen=True)
class Said:
    """The same in Dutch and in English."""

    nl: str
    en: str

    def in_language(self, language: str | None) -> str:
        """Dutch, unless English is asked for."""
        return self.en if language == "en" else self.nl

    def filled(self, **values: Any) -> Said:
        """With `{name}` replaced: by a text, or by something said in each language."""
        texts = [
            {k: v.in_language(language) if isinstance(v, Said) else v for k, v in values.items()}
            for language in ("nl", "en")
        ]
        return Said(self.nl.format(**texts[0]), self.en.format(**texts[1]))


def rounded(exact: Fraction) -> int:
    """Whole cents; half a cent goes up."""
    return (exact.numerator * 2 + exact.denominator) // (exact.denominator * 2)


def money(cents: int) -> Said:
    """€ 1.261,98 and €1,261.98."""
    sign, whole = ("-" if cents < 0 else ""), abs(cents)
    english = f"{whole // 100:,}.{whole % 100:02}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    return Said(f"{sign}€ {dutch}", f"{sign}€{english}")


def number(value: Fraction) -> Said:
    """At most four decimals, without noughts at the end: 23,5 and 23.5."""
    whole, rest = divmod(rounded(abs(value) * 10_000), 10_000)
    text = ("-" if value < 0 else "") + f"{whole}.{rest:04}".rstrip("0").rstrip(".")
    return Said(text.replace(".", ","), text)


def day_said(day: date) -> Said:
    """1 juli 2026 and 1 July 2026."""
    return Said(*(f"{day.day} {MONTHS[language][day.month - 1]} {day.year}" for language in ("nl", "en")))


def amount_said(value: Fraction, unit: str) -> Said:
    """An amount with its unit, as people read it."""
    if unit == "percent":
        shown = number(value)
        return Said(f"{shown.nl}%", f"{shown.en}%")
    if unit == "yes_or_no":
        return Said("ja", "yes") if value else Said("nee", "no")
    shown = money(rounded(value)) if unit.startswith("cents") else number(value)
    if unit == "cents":
        return shown
    words = UNITS[unit]
    if value == 1:
        words = ONE.get(unit, words)
    return Said(f"{shown.nl} {words[0]}", f"{shown.en} {words[1]}")
