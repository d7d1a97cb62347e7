"""Loonkostenvoordeel: so much for each paid hour, by who the employee is and when the job began."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from .rules import Rule, Rules
from .steps import UNKNOWN, BadInput, Step, Sum
from .words import Said, day_said, number

BENEFITS = {
    "banenafspraak": Said("banenafspraak", "job agreement (banenafspraak)"),
    "arbeidsgehandicapt": Said("arbeidsgehandicapte werknemer", "employee with an occupational disability"),
    "herplaatsen": Said("herplaatsen in eigen of ander werk", "re-placed in the own or other work"),
    "oudere": Said("oudere werknemer", "older employee"),
}
"""The kinds of wage-cost benefit (loonkostenvoordeel)."""
HOURS_IN_A_YEAR = 8784
ENDING_BEGAN = date(2024, 1, 1)
"""For jobs begun from here on the benefit for older employees ended step by step (Wtl art. 6.2a)."""
WIDER_FROM = date(2025, 1, 1)
"""From here on more re-placed employees count (Wtl art. 2.14 and 6.2a lid 4)."""
NO_STATEMENT_FROM = date(2026, 1, 1)
"""From here on registration is enough for the job agreement (Wet banenafspraak, BWBR0051018)."""


def wage_cost_benefit(
    rules: Rules, *, on: date, kind: str, paid_hours: Fraction, began: date | None = None
) -> Sum:
    """Loonkostenvoordeel of one calendar year (Wet tegemoetkomingen loondomein): so much for each paid hour, up to a maximum.

    `kind`: one of `BENEFITS`; `paid_hours`: the hours with wage in that year; `began`: the day on which the job, or for
    "herplaatsen" the work afterwards, began. Refuses `BadInput` and `NoRule`."""
    if kind not in BENEFITS:
        raise BadInput("kind", UNKNOWN.filled(choices=", ".join(BENEFITS)))
    if not 0 < paid_hours <= HOURS_IN_A_YEAR:
        raise BadInput("paid_hours", YEAR_HOURS.filled(most=str(HOURS_IN_A_YEAR)))
    if began is not None and began > on:
        raise BadInput("began", NOT_YET)
    named, notes = _older(rules, on, began) if kind == "oudere" else (kind, [])
    each = rules.on(f"lkv_{named}_hour", on)
    top = rules.on(f"lkv_{named}_year", on)
    notes += _how_long(rules.find(f"lkv_{named}_years", on), on, began)
    notes.append(REGISTERED if kind == "banenafspraak" and on >= NO_STATEMENT_FROM else STATEMENT)
    if kind == "banenafspraak" and on >= NO_STATEMENT_FROM:
        notes.append(REST_OF_THE_TERM)
    if kind == "herplaatsen" and on >= WIDER_FROM:
        notes.append(WIDER)
    together = each.value * paid_hours
    steps = [
        Step("per_hour", PER_HOUR, each.value, "cents_per_hour", each),
        Step("paid_hours", PAID.filled(hours=number(paid_hours)), together, "cents_per_year", each),
        Step("maximum", MOST_A_YEAR, top.value, "cents_per_year", top),
        Step("yearly", YEARLY, min(together, top.value), "cents_per_year", top),
    ]
    return Sum("wage-cost-benefit", on, steps, notes)


def _older(rules: Rules, on: date, began: date | None) -> tuple[str, list[Said]]:
    """Which rules hold for an older employee, by when the job began; told apart where that was not said."""
    later, before = "oudere", "oudere_voor_2024"
    if began is not None and began < ENDING_BEGAN or on < ENDING_BEGAN:
        return before, []
    ended = max(row.valid_until for row in rules.history("lkv_oudere_hour") if row.valid_until)
    if on >= ended and rules.find("lkv_oudere_hour", on) is None:
        last = day_said(ended - timedelta(days=1))
        raise BadInput("began", (BEGIN_IS_ASKED if began is None else ENDED).filled(last=last))
    return later, [] if began is not None else [BEGUN_EARLIER]


def _how_long(term: Rule | None, on: date, began: date | None) -> list[Said]:
    """For how long it is given at most, and until when that is; refuses a day past it."""
    if term is None:
        return []
    if began is None:
        return [AT_MOST.filled(term=term.amount)]
    end = _years_later(began, int(term.value))
    last = day_said(end - timedelta(days=1))
    if on >= end:
        raise BadInput("began", TERM_IS_OVER.filled(term=term.amount, last=last))
    return [AT_MOST_UNTIL.filled(term=term.amount, last=last)]


def _years_later(day: date, years: int) -> date:
    year = day.year + years
    if year > date.max.year:
        return date.max
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


PER_HOUR = Said("Bedrag per verloond uur", "Amount for each paid hour")
PAID = Said("Maal {hours} verloonde uren", "Times {hours} paid hours")
MOST_A_YEAR = Said("Hoogstens per kalenderjaar", "At most in a calendar year")
YEARLY = Said("Loonkostenvoordeel over het jaar", "Wage-cost benefit over the year")
AT_MOST = Said("U krijgt het hoogstens {term}.", "You get it for {term} at most.")
AT_MOST_UNTIL = Said(
    "U krijgt het hoogstens {term}: hier tot en met {last}. Tel alleen de uren tot die dag.",
    "You get it for {term} at most: here until and including {last}. Count the hours until that day only.",
)
REGISTERED = Said(
    "U krijgt het zolang het dienstverband duurt. Inschrijving in het register banenafspraak is genoeg, zonder verklaring.",
    "You get it as long as the job lasts. Registration in the register of the job agreement is enough, without a statement.",
)
REST_OF_THE_TERM = Said(
    "Kreeg u het al voor 2026 voor iemand die niet in het register staat? Dan loopt alleen de rest van de drie jaar door.",
    "Did you get it before 2026 for somebody who is not in the register? Then only the rest of the three years runs on.",
)
STATEMENT = Said(
    "Nodig: een verklaring van UWV, die de werknemer zelf aanvraagt binnen drie maanden na de start.",
    "Needed: a statement of UWV, which the employee asks for within three months after the start.",
)
WIDER = Said(
    "Sinds 2025 zijn de voorwaarden ruimer. Voldeed de werknemer er al voor 2025 aan, dan gelden de regels van toen.",
    "Since 2025 the conditions are wider. If the employee met them before 2025 already, the rules of then hold.",
)
BEGUN_EARLIER = Said(
    "Dit geldt voor wie in 2024 of 2025 begon. Begon de werknemer voor 2024, vul dan de begindag in: dan gelden hogere bedragen.",
    "This holds for who began in 2024 or 2025. If the employee began before 2024, fill in the first day: then higher amounts hold.",
)
BEGIN_IS_ASKED = Said(
    "Vul in wanneer de werknemer begon. Voor wie voor 2024 begon loopt dit voordeel nog door, hoogstens drie jaar; voor wie later "
    "begon stopte het op {last}.",
    "Fill in when the employee began. For who began before 2024 this benefit goes on, for three years at most; for who began later "
    "it ended on {last}.",
)
ENDED = Said(
    "Voor wie op of na 1 januari 2024 begon, stopte dit voordeel op {last}. Over de tijd daarna krijgt u niets meer.",
    "For who began on or after 1 January 2024 this benefit ended on {last}. For the time after that you get nothing.",
)
TERM_IS_OVER = Said(
    "Dit voordeel duurt hoogstens {term}, en liep hier af op {last}.",
    "This benefit is for {term} at most, and ended here on {last}.",
)
NOT_YET = Said(
    "Op deze dag was de werknemer nog niet begonnen. Kijk de begindag na.",
    "On this day the employee had not begun yet. Check the first day.",
)
YEAR_HOURS = Said(
    "Vul de verloonde uren van een jaar in: meer dan 0, hoogstens {most}.",
    "Fill in the paid hours of a year: more than 0, {most} at most.",
)
