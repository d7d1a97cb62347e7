"""The panel beside the room: why somebody sits here, and where else it could be."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.catalogue.choices import Language
from werktop.gatherings.models import Guest, GuestKind, Table

from .affinity import Reason
from .guest_names import GuestNames
from .move_reasons import MoveReason, move_reasons
from .pins_in_words import pin_effect
from .seat_moves import Move, best_of, meetings_in_words, moves_of
from .seating import Hall
from .tables import host_at

MOST_REASONS = 8


@dataclass(frozen=True)
class ChosenSeat:
    """A guest in a round: where, why there, and the other chairs (`moves` by what the form sends)."""

    guest: Guest
    name: str
    first_name: str
    firm: str
    round_number: int
    table_number: int | None
    reasons: list[Reason]
    tells_reasons: bool
    is_known: bool
    summary: str
    moves_by_table: list[tuple[str, list[Move]]]
    # the better chairs, with what each person gains and loses
    best: list[tuple[Move, list[MoveReason]]]
    is_pinned: bool
    # what a pin does, or would do; empty without a chair
    pin_effect: str
    is_settled: bool
    moves: dict[str, Move]


def chosen_seat(
    hall: Hall,
    names: GuestNames,
    guest_id: UUID,
    round_number: int,
    *,
    with_moves: bool = True,
    with_reasons: bool = True,
) -> ChosenSeat | None:
    """The panel for a guest; None for somebody who does not sit at this gathering. Moves are for who plans. Reasons tell
    what candidates want, can and need: without them for who sees no files, who reads of a move only that it does not fit.
    """
    guest = next((g for g in hall.guests if g.id == guest_id), None)
    if guest is None:
        return None
    table_id = hall.seats.get((round_number, guest_id))
    table = next((t for t in hall.tables if t.id == table_id), None)
    moves = moves_of(hall, guest, round_number, names, tells_needs=with_reasons) if with_moves else []
    numbers = {t.number: t for t in hall.tables}
    grouped = [
        (
            _table_words(hall, numbers[number], round_number, names),
            [m for m in moves if m.table_number == number],
        )
        for number in sorted({m.table_number for m in moves})
    ]
    return ChosenSeat(
        guest=guest,
        name=names.full_name(guest_id),
        first_name=names.first_name(guest_id),
        firm=names.firm(guest_id),
        round_number=round_number,
        table_number=table.number if table else None,
        reasons=_reasons(hall, guest, table, round_number, names) if table and with_reasons else [],
        tells_reasons=with_reasons,
        is_known=names.are_known(guest_id),
        summary=_summary(hall, guest, names) if with_reasons else "",
        moves_by_table=grouped,
        best=[
            (move, _why(hall, guest, move, round_number, names) if with_reasons else [])
            for move in best_of(moves)
        ],
        is_pinned=guest_id in hall.pins,
        pin_effect=pin_effect(hall, guest, hall.pins.get(guest_id, table.id), names) if table else "",
        is_settled=round_number <= hall.begun,
        moves={move.value: move for move in moves},
    )


def _why(hall: Hall, guest: Guest, move: Move, round_number: int, names: GuestNames) -> list[MoveReason]:
    other = hall.everyone[move.other_id] if move.other_id else None
    return move_reasons(hall, guest, other, move.table_id, round_number, names)


def _table_words(hall: Hall, table: Table, round_number: int, names: GuestNames) -> str:
    firms = [names.firm(g.id) for g in hall.entrepreneurs if hall.seats.get((round_number, g.id)) == table.id]
    words = _("Tafel %(number)s") % {"number": table.number}
    return f"{words} · {', '.join(firms)}" if firms else words


def _reasons(hall: Hall, guest: Guest, table: Table, round_number: int, names: GuestNames) -> list[Reason]:
    at_table = [g for g in hall.guests if hall.seats.get((round_number, g.id)) == table.id]
    told: list[Reason] = []
    if guest.kind == GuestKind.ENTREPRENEUR:
        for other in at_table:
            if other.kind == GuestKind.CANDIDATE:
                why = [r for r in hall.affinities.explain(other.id, guest.id) if r.kind == "fits"][:1]
                told += [Reason("fits", f"{names.first_name(other.id)}: {r.text}", r.points) for r in why]
        return sorted(told, key=lambda r: -r.points)[:MOST_REASONS]
    for other in at_table:
        if other.kind == GuestKind.ENTREPRENEUR:
            told += hall.affinities.explain(guest.id, other.id)
    told = sorted(told, key=lambda r: (r.kind != "fits", -r.points))
    told = [r for n, r in enumerate(told) if r.text not in {earlier.text for earlier in told[:n]}]
    host = host_at(table)
    shared = hall.languages[guest.id] & frozenset(host.account.languages if host else ())
    beside_dutch = sorted(shared - {Language.DUTCH.value})
    if host and beside_dutch:
        spoken = str(Language(beside_dutch[0]).label)
        told.append(
            Reason(
                "fits",
                _("Tafelhost %(host)s spreekt ook %(language)s")
                % {"host": host.account.first_name, "language": spoken},
            )
        )
    if hall.gathering.rounds > 1 and round_number > 1:
        earlier_company = {
            g.id
            for g in hall.candidates
            for number in range(1, round_number)
            if g.id != guest.id
            and hall.seats.get((number, g.id)) is not None
            and hall.seats.get((number, g.id)) == hall.seats.get((number, guest.id))
        }
        if not any(g.id in earlier_company for g in at_table):
            sentence = _("Nieuw voor %(name)s: nog niemand van deze tafel kwam eerder voorbij")
            told.append(Reason("fits", sentence % {"name": names.first_name(guest.id)}))
    return told[:MOST_REASONS]


def _summary(hall: Hall, guest: Guest, names: GuestNames) -> str:
    if guest.kind != GuestKind.CANDIDATE or hall.plan is None:
        return ""
    tables = {(n, t) for (n, g), t in hall.seats.items() if g == guest.id}
    met = {g.id for g in hall.entrepreneurs for n, t in tables if hall.seats.get((n, g.id)) == t}
    fits, rows, columns = hall.affinities.fits, hall.affinities.rows, hall.affinities.columns
    fitting = sum(bool(fits[rows[guest.id], columns[e]]) for e in met)
    return meetings_in_words(len(met), fitting, hall.gathering.rounds, names.first_name(guest.id))
