"""Which tables can close when entrepreneurs are missing, and what that means for the others."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.models import Table

from .entrepreneur_chairs import (
    MOST_CHAIRS,
    Seats,
    WayOn,
    few_words,
    listed,
    more_chairs,
    rounds_to_come,
    sitting_at,
    spread,
)
from .seating import Hall, languages_of
from .tables import host_at


def closings(hall: Hall) -> list[WayOn]:
    """Close so many tables that each of the others is full; and, where that is fewer, that each has somebody."""
    here, each, tables = len(hall.entrepreneurs), hall.entrepreneurs_per_table, len(hall.tables)
    found = [_closing(hall, count) for count in sorted({tables - here, tables - here // each})]
    return [way for way in found if way is not None]


def _closing(hall: Hall, count: int) -> WayOn | None:
    open_tables = list(hall.tables)
    tables: list[Table] = []
    if not 0 < count < len(open_tables):
        return None
    for table in sorted(hall.tables, key=lambda t: _spared(hall, t)):
        rest = [t for t in open_tables if t.id != table.id]
        if len(tables) < count and _has_place_for_all(hall, rest):
            tables.append(table)
            open_tables = rest
    chairs = more_chairs(hall, len(open_tables))
    if len(tables) < count or hall.chairs_per_table + chairs > MOST_CHAIRS:
        return None
    closes = {t.id for t in tables}
    # who sits there has to move; whom the best seats move besides is known once they are searched for
    moving = {g.id for g in hall.guests for n in rounds_to_come(hall) if hall.seats.get((n, g.id)) in closes}
    numbers = listed([str(t.number) for t in sorted(tables, key=lambda t: t.number)])
    text = ngettext("Sluit tafel %(tables)s", "Sluit tafels %(tables)s", count) % {"tables": numbers}
    text += " " + ngettext(
        "(minstens %(n)s mens verhuist)", "(minstens %(n)s mensen verhuizen)", len(moving)
    ) % {"n": len(moving)}
    key = "close-" + "-".join(sorted(str(t.number) for t in tables))
    seats = spread(hall, open_tables)
    return WayOn(
        key,
        text,
        _closing_words(hall, seats, open_tables, chairs),
        seats,
        tuple(t.id for t in tables),
        chairs,
    )


def _spared(hall: Hall, table: Table) -> tuple[int, bool, bool, int]:
    """Which table closes first: where the fewest entrepreneurs are, without a host, nobody pinned, the last number."""
    there = [g for g in hall.entrepreneurs if hall.seats.get((hall.begun + 1, g.id)) == table.id]
    return len(there), host_at(table) is not None, table.id in hall.pins.values(), -table.number


def _has_place_for_all(hall: Hall, tables: list[Table]) -> bool:
    if hall.is_speed_dates:
        return bool(tables)
    return all(
        any(
            hall.languages[g.id] & languages_of(t) and (t.is_step_free or g.id not in hall.step_free_needed)
            for t in tables
        )
        for g in hall.candidates
    )


def _closing_words(hall: Hall, seats: Seats, tables: list[Table], chairs: int) -> str:
    told = []
    if chairs:
        told.append(
            ngettext(
                "Er komt %(n)s stoel bij aan elke andere tafel.",
                "Er komen %(n)s stoelen bij aan elke andere tafel.",
                chairs,
            )
            % {"n": chairs}
        )
    left = len(hall.entrepreneurs) - hall.entrepreneurs_per_table * len(tables)
    if left > 0:
        told.append(
            ngettext(
                "%(n)s ondernemer heeft dan elke ronde rust.",
                "%(n)s ondernemers hebben dan elke ronde rust.",
                left,
            )
            % {"n": left}
        )
    elif left < 0:
        few = min(len(sitting_at(seats, n, t.id)) for n in rounds_to_come(hall) for t in tables)
        short = [t for t in tables if len(sitting_at(seats, hall.begun + 1, t.id)) == few]
        told.append(few_words([str(t.number) for t in short], few).capitalize() + ".")
    if hall.is_speed_dates and len(hall.candidates) > len(tables):
        told.append(_("Wie geen beurt heeft, wacht een ronde."))
    return " ".join(told) or _("Aan elke andere tafel blijft een stoel vrij voor wie verhuist.")
