"""A hall full of guests for the tests of seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests import making

from werktop.catalogue.models import Term, TermKind
from werktop.gatherings.models import Gathering, Guest

FIRST_NAMES = ("Fatima", "Omar", "Hanna", "Oksana", "Leyla", "Bilal", "Rosa", "Kees", "Yonas", "Marit")


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
        making.candidate(
            own, FIRST_NAMES[i % 10] + (str(i // 10) if i >= 10 else ""), term_codes=tuple(set(some(i)))
        )
        for i in range(candidates)
    ]
    persons = [
        making.entrepreneur(making.employer(own, term_codes=tuple(set(some(i)))), f"Ondernemer{i}")
        for i in range(entrepreneurs)
    ]
    return HallOfGuests(
        made, [making.guest(made, p) for p in people], [making.guest(made, p) for p in persons]
    )
