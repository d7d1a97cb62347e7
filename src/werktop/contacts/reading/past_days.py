"""Whether a clause lies behind us: 'gister sms Anneke' tells, 'morgen sms Anneke' is still to be done."""

from __future__ import annotations

from datetime import date

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.dates import When

JUST_THERE, A_LONG_TIME = 45, 300  # days
JUST_NOW = frozenset("net zojuist zonet daarnet daarstraks".split())
THIS_MORNING = ("vanochtend", "vanmorge", "vannacht")


def is_ahead(day: When, today: date) -> bool:
    """Whether a day is to come; one like 20/11 that was just there is not of next year."""
    if day.ahead is None or day.ahead <= today:
        return False
    just_there = day.back is not None and (today - day.back).days <= JUST_THERE
    return not (just_there and (day.ahead - today).days > A_LONG_TIME)


def lies_ahead(clause: Clause) -> bool:
    """'vrijdag', 'op 3 december': a day that may be to come."""
    return any(day.ahead and not (day.back and day.ahead == day.back) for day in clause.days)


def lies_behind(clause: Clause, today: date) -> bool:
    """'gister', '3 dagen geleden', 'vanmorgen', 'net': what it says has happened, even without a verb."""
    if clause.words[:1] and clause.words[0] in JUST_NOW:
        return True
    said = [p for p in clause.pieces if p.when and (p.when.ahead or p.when.back)]
    return bool(said) and all(
        p.when is not None
        and p.when.back is not None
        and not is_ahead(p.when, today)
        and (p.when.back < today or p.text.startswith(THIS_MORNING))
        for p in said
    )
