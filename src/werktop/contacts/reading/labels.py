"""Words before a colon that say what kind of thing follows: 'Actie:', 'Let op:', 'Herinnering vrijdag:', 'Afspraak:'."""

from __future__ import annotations

from collections.abc import Sequence

from werktop.contacts.reading.facts import APPOINTMENTS, ENDS_OF_APPOINTMENTS
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.vocabulary import FILLERS, LEADS

OF_AN_APPOINTMENT = frozenset("afspraak afspraken vervolg planning vervolgstap vervolgstappen".split())
WITH = frozenset({"met", "bij", "en"})
IN_TWO = {("let", "op"), ("niet", "vergeten"), ("vergeet", "niet"), ("herinner", "me"), ("herinner", "mij")}
LONGEST = 4  # pieces from the word to its colon: 'herinner me vrijdag om 10 uur:'
DESCRIBES = frozenset(
    "nieuwe nieuw volgende eerste laatste de het een mijn die onze goede voor na over".split()
)


def is_a_label(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a label begins here, up to its colon, with at most a day between."""
    low, after = pieces[i].low, pieces[i + 1].low if i + 1 < len(pieces) else ""
    length = 2 if (low, after) in IN_TWO else 1 if low in LEADS | OF_AN_APPOINTMENT else 0
    if not length or (i and pieces[i - 1].low in DESCRIBES):
        return False
    k = i + length
    while k < min(len(pieces), i + LONGEST + 1) and (pieces[k].when or pieces[k].low in FILLERS):
        k += 1
    return k < len(pieces) and pieces[k].low == ":"


def says_something(pieces: Sequence[Piece]) -> bool:
    """Whether what stands before a label is more than a name or a day."""
    return any(p.is_word and p.low not in FILLERS or p.number is not None for p in pieces)


def is_only_a_label(pieces: Sequence[Piece]) -> bool:
    """'Afspraak', which says nothing by itself."""
    return bool(pieces) and all(p.low in OF_AN_APPOINTMENT | FILLERS for p in pieces)


def is_an_appointment(pieces: Sequence[Piece]) -> bool:
    """'Afspraak', 'Intake Kim', 'afspraak met Kim': a day behind it is its day."""
    words = [p.low for p in pieces if p.is_word and p.low not in WITH]
    if len(words) != 1 or any(p.when for p in pieces):
        return False
    return words[0] in APPOINTMENTS or words[0].endswith(ENDS_OF_APPOINTMENTS)
