"""Trying again who was not reached: 'Geen gehoor. Morgen opnieuw'."""

from __future__ import annotations

from datetime import date

from werktop.contacts.reading.attempts import was_missed
from werktop.contacts.reading.chips import Contact, Reminder
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.vocabulary import FILLERS

AGAIN = frozenset("opnieuw weer nogmaals".split())
TRYING = frozenset("proberen probeer".split())
SMALL = FILLERS | frozenset("een keer het dan".split())
DOING = {"visit": "opnieuw langsgaan", "message": "opnieuw proberen"}


def again_in(clause: Clause, before: list[Clause], contact: Contact | None, today: date) -> Reminder | None:
    """A reminder to try again, where the clauses `before` say that nobody was reached and this one no more than on which day."""
    words = {p.low for p in clause.pieces if not (p.when or p.is_mark)}
    if clause.mentions or clause.ends_with == "?" or not words & AGAIN or words - AGAIN - SMALL:
        return None
    day = next((day.ahead for day in clause.days if day.ahead and day.ahead > today), None)
    if day is None or not any(was_missed(" ".join(each.words)) for each in before):
        return None
    return Reminder(day, DOING.get(contact.channel if contact else "", "opnieuw bellen"), clause.hour)


def says_it_again(clause: Clause, before: Reminder) -> bool:
    """'(proberen)' behind 'morgen opnieuw'."""
    return before.what.startswith("opnieuw ") and bool(clause.words) and set(clause.words) <= TRYING
