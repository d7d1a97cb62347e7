"""Where the entrepreneurs who are there sit in the rounds to come, and which of their chairs stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.models import Table

from .seating import Hall

MOST_CHAIRS = 12
"""Chairs for candidates that a table can have; with a host and two entrepreneurs, more is no one talk any longer."""
Seats = dict[tuple[int, UUID], UUID]


@dataclass(frozen=True)
class WayOn:
    """One way on. `key` is what the form sends, `text` what the tap does, `detail` what that means.

    `seats` is where the entrepreneurs sit in the rounds to come; `closes` the tables that close, `chairs` how many
    more chairs every other table gets.
    """

    key: str
    text: str
    detail: str
    seats: Seats = field(default_factory=dict)
    closes: tuple[UUID, ...] = ()
    chairs: int = 0


def rounds_to_come(hall: Hall) -> range:
    """The numbers of the rounds that have not begun."""
    return range(hall.begun + 1, hall.gathering.rounds + 1)


def spread(hall: Hall, tables: Sequence[Table]) -> Seats:
    """Who sits stays; who has no chair goes to the table with the fewest entrepreneurs."""
    most = hall.entrepreneurs_per_table
    seats: Seats = {}
    for number in rounds_to_come(hall):
        at: dict[UUID, list[UUID]] = {t.id: [] for t in tables}
        standing = []
        for guest in hall.entrepreneurs:
            table = hall.seats.get((number, guest.id))
            if table in at and len(at[table]) < most:
                at[table].append(guest.id)
            else:
                standing.append(guest.id)
        for key in standing:
            emptiest = min(at, key=lambda t: len(at[t]))
            if len(at[emptiest]) < most:
                at[emptiest].append(key)
        seats |= {(number, guest): table for table, people in at.items() for guest in people}
    return seats


def sitting_at(seats: Seats, number: int, table: UUID) -> list[UUID]:
    """Who sits at a table in a round."""
    return [guest for (when, guest), where in seats.items() if when == number and where == table]


def empty_chairs(hall: Hall, seats: Seats, number: int) -> list[UUID]:
    """The tables with a chair for an entrepreneur that nobody has, once for each such chair."""
    return [
        t.id
        for t in hall.tables
        for _chair in range(hall.entrepreneurs_per_table - len(sitting_at(seats, number, t.id)))
    ]


def tables_without(hall: Hall, seats: Seats) -> list[tuple[int, Table]]:
    """Tables without any entrepreneur, by round."""
    return [(n, t) for n in rounds_to_come(hall) for t in hall.tables if not sitting_at(seats, n, t.id)]


def more_chairs(hall: Hall, tables: int) -> int:
    """How many chairs each of so many tables lacks; in speed dates nobody stands, who has no turn waits."""
    return 0 if hall.is_speed_dates else max(0, -(-len(hall.candidates) // tables) - hall.chairs_per_table)


def chairs_words(chairs: int) -> str:
    """What is done with chairs, in words."""
    words = ngettext("Zet %(count)s stoel per tafel bij", "Zet %(count)s stoelen per tafel bij", chairs)
    return words % {"count": chairs}


def few_words(tables: list[str], few: int) -> str:
    """Which tables (by number) have so few entrepreneurs, as the end of a sentence."""
    if few == 0:
        words = ngettext(
            "tafel %(tables)s heeft geen ondernemer", "tafels %(tables)s hebben geen ondernemer", len(tables)
        )
    elif few == 1:
        words = ngettext(
            "tafel %(tables)s heeft één ondernemer", "tafels %(tables)s hebben één ondernemer", len(tables)
        )
    else:
        words = ngettext(
            "tafel %(tables)s heeft %(few)s ondernemers",
            "tafels %(tables)s hebben %(few)s ondernemers",
            len(tables),
        )
    return words % {"tables": listed(tables), "few": few}


def listed(numbers: list[str]) -> str:
    """Numbers as a list in a sentence: "2, 3 en 4"."""
    return str(get_text_list(numbers, _("en")))
