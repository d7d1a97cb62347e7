"""Visits of the demo, made, to come and not noted yet, and what firms said that changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from werktop.audit.actors import Actor
from werktop.contacts import commands as contacts
from werktop.employers import commands
from werktop.employers import queries as employers

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CHANCES = (
    ("moving", "Ze gaan verhuizen naar een groter pand", 1, "year", "likely"),
    ("retirement", "Twee mensen gaan met pensioen", 1, "year", "sure"),
    ("growth", "De avondploeg groeit hard", 0, "", "maybe"),
    ("innovation", "Er komt een nieuwe machine voor het inpakken", 1, "year", ""),
    ("training", "Willen eigen mensen opleiden tot begeleider", 0, "", ""),
)
"""Kind, words, in how many years, span and how sure."""
PLANS = ((-6, 10), (-1, 14), (1, 10), (2, 13), (9, 15))
"""In how many days, and at what hour: the first was noted, the second not yet."""


def visit(*, at: datetime, marieke: Actor, karim: Actor) -> None:
    """Two colleagues go to five firms; five others say what changes."""
    firms = list(employers.employers_in_region(marieke)[:10])
    told = at - timedelta(days=5)
    for firm, (kind, words, years, span, sureness) in zip(firms[::2], CHANCES, strict=False):
        day = date(at.year + years, 1, 1) if span else None
        chance_id = commands.note_chance(
            actor=marieke, at=told, employer_id=firm.pk, kind=kind, words=words, expected_date=day, span=span,
            sureness=sureness,
        )  # fmt: skip
        if kind == "training":
            commands.settle_chance(
                actor=marieke, at=at, chance_id=chance_id, status="passed", outcome="Aan het leerwerkloket"
            )
    for number, (firm, (days, hour)) in enumerate(zip(firms[1::2], PLANS, strict=False)):
        goes = karim if number == 3 else marieke
        people = employers.people_of_firm(goes, firm.pk)
        visit_id = contacts.plan_visit(
            actor=goes, at=at - timedelta(days=14), employer_id=firm.pk,
            starts_at=datetime.combine(_weekday(at.astimezone(AMSTERDAM).date(), days), time(hour), AMSTERDAM),
            entrepreneur_id=people[0].pk if people else None, purpose="Horen wat er verandert",
            questions="Mogen we de werkvloer zien?\nWie begint er bij jullie het makkelijkst?",
        )  # fmt: skip
        if number == 0:
            noted = at - timedelta(days=5)
            words = "Rondgekeken op de werkvloer. Er is ruimte voor iemand die rustig wil beginnen."
            contacts.note_visit(actor=goes, at=noted, visit_id=visit_id, words=words)


def _weekday(today: date, days: int) -> date:
    """The day so many days from today, or the next weekday further on (or back) where nobody works."""
    step = timedelta(days=1 if days > 0 else -1)
    found = today + timedelta(days=days)
    while found.isoweekday() > 5:
        found += step
    return found
