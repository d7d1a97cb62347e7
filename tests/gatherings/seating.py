"""A hall full of guests for the tests of seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests import making

from werktop.catalogue.models import Term, TermKind
from werktop.gatherings.models import Gathering, Guest

FIRST_NAMES = ("Fatima", "Omar", "Hanna", "Oksana", "Leyla", "Bilal", "Rosa", "Kees", "Yonas", "Marit")

ENTREPRENEURS = ("Joris", "Ineke", "Henk", "Sanne", "Petra", "Wim", "Ruud", "Linda", "Bas", "Trudy")


def _nth(names: tuple[str, ...], number: int) -> str:
    """As many different first names as are asked for."""
    turn, place = divmod(number, len(names))
    return names[place] + "abcdefghijklmnopqrstuvwxyz"[turn - 1] * (turn > 0)


@dataclass(frozen=True)
class HallOfGuests:
    """A gathering with its guests."""

    gathering: Gathering
    candidates: list[Guest]
    entrepreneurs: list[Guest]


def hall_of_guests(
    own: making.House, candidates: int = 8, entrepreneurs: int = 4, tables: int = 2, **fields: Any
) -> HallOfGuests:
    """So many guests who said yes; each shares something with some of the others, by turns."""
    made = making.gathering(own, tables=tables, **fields)
    competencies = list(Term.objects.filter(kind=TermKind.COMPETENCY).values_list("code", flat=True))
    interests = list(Term.objects.filter(kind=TermKind.INTEREST).values_list("code", flat=True))

    def some(number: int) -> tuple[str, ...]:
        return (
            competencies[number % len(competencies)],
            competencies[(number * 7 + 3) % len(competencies)],
            interests[number % len(interests)],
        )

    people = [
        making.candidate(own, _nth(FIRST_NAMES, i), term_codes=tuple(set(some(i)))) for i in range(candidates)
    ]
    persons = [
        making.entrepreneur(making.employer(own, term_codes=tuple(set(some(i)))), _nth(ENTREPRENEURS, i))
        for i in range(entrepreneurs)
    ]
    return HallOfGuests(
        made, [making.guest(made, p) for p in people], [making.guest(made, p) for p in persons]
    )
