"""Work that a firm tells by what it lacks: 'komt handen tekort in de keuken', 'krijgt het rooster niet rond op de slachterij'."""

from __future__ import annotations

from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.demand_words import SOMEWHERE, is_telling
from werktop.contacts.reading.naming import CANDIDATE
from werktop.contacts.reading.pieces import Piece
from werktop.contacts.reading.vocabulary import ARTICLES, MODALS, PEOPLE_WORDS, SEEKING

STAFF = PEOPLE_WORDS | frozenset("personeel handjes volk medewerkers collega's collegas bezetting".split())
ROSTERS = frozenset(
    "rooster roosters bezetting planning diensten dienstrooster weekrooster team ploeg".split()
)
HARDLY = frozenset("niet amper nauwelijks moeilijk slecht lastig".split())
FULL = frozenset("rond vol gevuld bezet compleet dicht ingevuld".split())
TOO_FEW = frozenset("weinig zonder onvoldoende geen".split())
UNDERSTAFFED = frozenset("onderbezet onderbezetting onderbemand".split())
NO_WORK = frozenset("tijd moment huis verband voorraad buurt wachtkamer geld".split())


def where_it_is(pieces: list[Piece]) -> list[Piece]:
    """'in de keuken', 'op de slachterij' where that stands first: the place at which there is work; nothing where none does."""
    if not pieces or pieces[0].low not in SOMEWHERE - {"van", "als", "aan"} or not is_telling(pieces[1:]):
        return []
    first = next((p for p in pieces[1:] if p.low not in ARTICLES and not p.when), None)
    return [] if first is None or first.mention or first.low in NO_WORK else pieces


def is_staff(pieces: list[Piece]) -> bool:
    """'handen', 'te veel mensen': somebody, and not what they work as."""
    said = [
        p
        for p in pieces
        if p.is_word and p.low not in ARTICLES | {"nog", "vaak", "te", "veel", "wat", "echt"}
    ]
    return bool(said) and all(p.low in STAFF for p in said) and all(p.number is None for p in pieces)


def _is_a_roster(low: str) -> bool:
    return low in ROSTERS or (low.endswith(("dienst", "diensten", "ploeg")) and len(low) > 8)


def short_at(clause: Clause) -> list[Piece] | None:
    """Where a firm is short of people, with the day of the clause; None where it says no such thing."""
    if clause.ends_with == "?" or clause.named(CANDIDATE) or clause.has(SEEKING, MODALS):
        return None
    pieces = list(clause.pieces)
    words = [p.low for p in pieces]
    end = None
    if set(words) & {"krijgt", "krijgen", "krijg"} and any(map(_is_a_roster, words)) and set(words) & HARDLY:
        end = next((i for i, low in enumerate(words) if low in FULL), None)
        roster = next(i for i, low in enumerate(words) if _is_a_roster(low))
        if end is not None and words[roster] not in ROSTERS:
            return pieces[roster : roster + 1]  # 'krijgt de nachtdienst niet gevuld'
        hardly = next((i for i, low in enumerate(words) if low in HARDLY and i > roster), roster)
        if end is not None and (before := where_it_is(pieces[roster + 1 : hardly])):
            return before
    if end is None and set(words) & {"heeft", "hebben", "zit", "zitten", "staat", "staan", "is"}:
        few = next((i for i, low in enumerate(words) if low in TOO_FEW), None)
        if few is not None and words[few + 1 : few + 2] and words[few + 1] in STAFF:
            end = few + 1
        elif few is None:
            end = next((i for i, low in enumerate(words) if low in UNDERSTAFFED), None)
    place = where_it_is(pieces[end + 1 :]) if end is not None else []
    return place or None
