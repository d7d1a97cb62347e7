"""Entrepreneurs are missing on the day: the ways on that can really be planned, each with what it does.

A table may go on with an entrepreneur fewer. The mechanism wants every chair of an entrepreneur filled, so each chair
that stays empty is handed to it as a person whom nobody wants to talk to (affinity 0) and who is fixed there.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.models import SeatPlan
from werktop.mechanisms import seating

from .closing_tables import closings
from .entrepreneur_chairs import (
    MOST_CHAIRS,
    Seats,
    WayOn,
    chairs_words,
    empty_chairs,
    few_words,
    more_chairs,
    rounds_to_come,
    sitting_at,
    spread,
    tables_without,
)
from .seating import Hall, problem_of

EMPTY = "empty-chair-"
CLOSES, CHAIRS = "closes", "more_chairs"
"""Where the report of a proposed plan keeps which tables close and how many chairs are added."""


@dataclass(frozen=True)
class _Shift:
    round_number: int
    guest_id: UUID
    from_table: UUID
    to_table: UUID


def ways_on(hall: Hall) -> list[WayOn]:
    """What can be done, the least first; nothing where nobody and no chair is missing, no entrepreneur is there at
    all, or every round has begun."""
    needed = hall.entrepreneurs_per_table * len(hall.tables)
    if not hall.tables or not rounds_to_come(hall) or not (hall.entrepreneurs or not needed):
        return []
    if len(hall.entrepreneurs) >= needed:
        chairs = more_chairs(hall, len(hall.tables))
        if not 0 < chairs <= MOST_CHAIRS - hall.chairs_per_table:
            return []
        return [WayOn("chairs", chairs_words(chairs), _("Zo is er een stoel voor iedereen."), chairs=chairs)]
    if hall.is_speed_dates:
        return closings(hall)
    seats = spread(hall, hall.tables)
    if not tables_without(hall, seats):
        return [*_go_on(hall, seats), *closings(hall)]
    shifted = _shifted(hall, seats)
    return [*shifted, *closings(hall)] if shifted else [*closings(hall), *_go_on(hall, seats)]


def tables_closing(proposed: SeatPlan) -> tuple[list[UUID], int]:
    """Which tables close once this plan is applied, and how many more chairs each of the others gets."""
    return [UUID(key) for key in proposed.report.get(CLOSES, [])], proposed.report.get(CHAIRS, 0)


def hall_after(hall: Hall, closes: Iterable[Any], chairs: int) -> Hall:
    """The hall as it will be with these tables (by key) closed and so many more chairs at each of the others."""
    gone = {str(key) for key in closes}
    gathering = copy.copy(hall.gathering)
    gathering.table_size = min(MOST_CHAIRS, gathering.table_size + chairs)
    return replace(
        hall,
        gathering=gathering,
        tables=tuple(t for t in hall.tables if str(t.id) not in gone),
        closed_tables=(*hall.closed_tables, *(t for t in hall.tables if str(t.id) in gone)),
    )


def problem_on(hall: Hall, way: WayOn, *, change_cost: int) -> seating.Problem:
    """What the mechanism is asked for this way on. Persons whose id begins with `EMPTY` are chairs that stay empty."""
    then = hall_after(hall, way.closes, way.chairs)
    problem = problem_of(then, change_cost=change_cost)
    empty = then.entrepreneurs_per_table * len(then.tables) - len(then.entrepreneurs)
    if empty <= 0 or then.is_speed_dates:
        return problem
    nobody = [f"{EMPTY}{number}" for number in range(1, empty + 1)]
    held = {(f.round, f.person) for f in problem.fixed}
    fixed = [
        seating.FixedSeat(number, str(guest), str(table))
        for (number, guest), table in way.seats.items()
        if (number, str(guest)) not in held
    ]
    for number in rounds_to_come(then):
        for who, table in zip(nobody, empty_chairs(then, way.seats, number), strict=True):
            fixed.append(seating.FixedSeat(number, who, str(table)))
    return replace(
        problem,
        # everyone's table is given for each round, an own one would only contradict
        entrepreneurs=[seating.Entrepreneur(str(g.id)) for g in then.entrepreneurs]
        + [seating.Entrepreneur(who) for who in nobody],
        affinity=np.hstack(
            [problem.affinity, np.zeros((len(then.candidates), empty), problem.affinity.dtype)]
        ),
        fixed=[*problem.fixed, *fixed],
        absent=[*problem.absent, *(seating.Absence(who, 1, then.begun) for who in nobody if then.begun)],
    )


# ── everyone's table stays open ──


def _shifted(hall: Hall, seats: Seats) -> list[WayOn]:
    """One entrepreneur from a table that has more than one, for each table that has none; nothing where that is not
    enough."""
    chairs = more_chairs(hall, len(hall.tables))
    if chairs > MOST_CHAIRS - hall.chairs_per_table:
        return []
    seats, shifts = dict(seats), []
    for number, table in tables_without(hall, seats):
        fullest = max(hall.tables, key=lambda t: (len(sitting_at(seats, number, t.id)), -t.number))
        people = sitting_at(seats, number, fullest.id)
        if len(people) < 2:
            return []
        mover = max(people, key=lambda g: (g not in hall.pins, _fit(hall, g, number, table.id), str(g)))
        seats[(number, mover)] = table.id
        shifts.append(_Shift(number, mover, fullest.id, table.id))
    told = [_shift_words(hall, each) for each in shifts]
    text = (
        _("Schuif %(what)s") % {"what": told[0]}
        if len(told) == 1
        else ngettext("Schuif %(n)s ondernemer", "Schuif %(n)s ondernemers", len(told)) % {"n": len(told)}
    )
    detail = "" if len(told) == 1 else "; ".join(told).capitalize() + ". "
    if chairs:
        detail += chairs_words(chairs) + ". "
    return [WayOn("shift", text, detail + _stay_words(), seats, chairs=chairs)]


def _stay_words() -> str:
    return _("De andere ondernemers blijven aan hun tafel.")


def _fit(hall: Hall, guest_id: UUID, number: int, table: UUID) -> int:
    """What the candidates at a table have in common with an entrepreneur."""
    column = hall.affinities.columns.get(guest_id)
    rows = [hall.affinities.rows[g.id] for g in hall.candidates if hall.seats.get((number, g.id)) == table]
    return int(hall.affinities.matrix[rows, column].sum()) if rows and column is not None else 0


def _shift_words(hall: Hall, shift: _Shift) -> str:
    numbers = {t.id: t.number for t in hall.tables}
    said = _("%(name)s van tafel %(from)s naar tafel %(to)s") % {
        "name": hall.names.first_name(shift.guest_id),
        "from": numbers[shift.from_table],
        "to": numbers[shift.to_table],
    }
    return _in_round(hall, shift.round_number, said)


def _in_round(hall: Hall, number: int, said: str) -> str:
    if len(rounds_to_come(hall)) < 2:
        return said
    return _("ronde %(number)s: %(said)s") % {"number": number, "said": said}


def _go_on(hall: Hall, seats: Seats) -> list[WayOn]:
    chairs, told = more_chairs(hall, len(hall.tables)), []
    if chairs > MOST_CHAIRS - hall.chairs_per_table:
        return []
    for number in rounds_to_come(hall):
        for few in range(hall.entrepreneurs_per_table):
            tables = [str(t.number) for t in hall.tables if len(sitting_at(seats, number, t.id)) == few]
            if tables:
                told.append(_in_round(hall, number, few_words(tables, few)))
    detail = _("Geen ondernemer verhuist.")
    if chairs:
        detail += " " + chairs_words(chairs) + "."
    return [WayOn("go_on", _("Ga door: %(said)s") % {"said": "; ".join(told)}, detail, seats, chairs=chairs)]
