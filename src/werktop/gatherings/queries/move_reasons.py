"""Why a move is better or worse: which wishes, talents, languages and distances each person gains or loses by it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import ngettext

from werktop.gatherings.models import Guest, GuestKind

from .guest_names import GuestNames
from .seating import Hall

Seats = dict[tuple[int, UUID], UUID]
MOST_EACH = 2
"""So many gains, and so many losses, of one person are told."""


@dataclass(frozen=True)
class MoveReason:
    """One line: `is_gain` for what comes with the move, else what goes; `points` of affinity."""

    is_gain: bool
    text: str
    points: int


def move_reasons(
    hall: Hall, guest: Guest, other: Guest | None, table_id: UUID, round_number: int, names: GuestNames
) -> list[MoveReason]:
    """What `guest` gains and loses at this table, and `other`, who comes in return; what is gained first.

    Whom somebody also meets in another round counts for nothing: that talk there is anyway.
    """
    before = hall.seats
    after: Seats = dict(before)
    here = before.get((round_number, guest.id))
    after[(round_number, guest.id)] = table_id
    if other is not None and here is not None:
        after[(round_number, other.id)] = here
    elif other is not None:
        after.pop((round_number, other.id), None)
    told: list[MoveReason] = []
    for each in (guest, other):
        if each is not None:
            told += _of(hall, each, before, after, names)
    return sorted(told, key=lambda reason: not reason.is_gain)


def _of(hall: Hall, guest: Guest, before: Seats, after: Seats, names: GuestNames) -> list[MoveReason]:
    was, will = _met(hall, guest, before), _met(hall, guest, after)
    name = names.first_name(guest.id)
    if guest.kind == GuestKind.ENTREPRENEUR:
        return _of_entrepreneur(hall, guest, name, (was, will))
    gained = _strongest(hall, guest, will - was)
    lost = _strongest(hall, guest, was - will)
    same = set(gained) & set(lost)
    return [
        MoveReason(is_gain, f"{name}: {text}", points)
        for is_gain, found in ((True, gained), (False, lost))
        for text, points in [(t, p) for t, p in found.items() if t not in same][:MOST_EACH]
    ]


def _of_entrepreneur(
    hall: Hall, guest: Guest, name: str, met: tuple[set[UUID], set[UUID]]
) -> list[MoveReason]:
    fits, rows, column = hall.affinities.fits, hall.affinities.rows, hall.affinities.columns[guest.id]
    was, will = (sum(bool(fits[rows[each], column]) for each in side) for side in met)
    if was == will:
        return []
    text = ngettext(
        "%(name)s past bij %(will)s kandidaat, nu bij %(was)s",
        "%(name)s past bij %(will)s kandidaten, nu bij %(was)s",
        will,
    ) % {"name": name, "will": will, "was": was}
    return [MoveReason(will > was, text, 0)]


def _strongest(hall: Hall, guest: Guest, met: set[UUID]) -> dict[str, int]:
    """What fits with these entrepreneurs, in words, the weightiest first."""
    found: dict[str, int] = {}
    for each in sorted(met):
        for reason in hall.affinities.explain(guest.id, each):
            if reason.kind == "fits":
                found[reason.text] = max(found.get(reason.text, 0), reason.points)
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _met(hall: Hall, guest: Guest, seats: Seats) -> set[UUID]:
    """The guests of the other kind with whom this one shares a table in any round."""
    others = hall.entrepreneurs if guest.kind == GuestKind.CANDIDATE else hall.candidates
    own = {(number, table) for (number, who), table in seats.items() if who == guest.id}
    return {each.id for each in others if any(seats.get((number, each.id)) == table for number, table in own)}
