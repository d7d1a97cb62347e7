"""Speed dates as tables of one and one: entrepreneurs stay, candidates rotate, and who has no turn waits.

The mechanism seats everyone who is present in a round. With more candidates than tables some must wait, so each
round's waiters are marked absent beforehand: those who have waited least wait first, and nobody waits twice more
than another (as far as languages allow it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import numpy as np
from scipy.optimize import linear_sum_assignment

from werktop.audit.keys import lot
from werktop.mechanisms import seating

if TYPE_CHECKING:
    from .seating import Hall


def own_tables(hall: Hall, pinned: dict[UUID, UUID]) -> dict[UUID, UUID]:
    """Entrepreneur to the table where he or she stays, pins first, then where they sit now, then in order.

    With more entrepreneurs than tables only the pinned have an own table; the others take turns.
    """
    own = {g.id: pinned[g.id] for g in hall.entrepreneurs if g.id in pinned}
    if len(hall.entrepreneurs) > len(hall.tables):
        return own
    free = [t.id for t in hall.tables if t.id not in own.values()]
    for guest in hall.entrepreneurs:
        now = next((t for (_, g), t in sorted(hall.seats.items(), key=str) if g == guest.id), None)
        if guest.id not in own and now in free:
            own[guest.id] = now
            free.remove(now)
    for guest in hall.entrepreneurs:
        if guest.id not in own and free:
            own[guest.id] = free.pop(0)
    return own


def waits(
    hall: Hall, *, taken: set[tuple[int, str]], may_sit: dict[UUID, frozenset[str]]
) -> list[seating.Absence]:
    """Who waits in which round that has not begun. `taken` are chairs that are facts; they count as turns."""
    tables, drawn_for = len(hall.tables), hall.gathering.pk
    # in an order by lot: who is first on the list does not wait first everywhere
    people = sorted(hall.candidates, key=lambda guest: lot(drawn_for, guest.id))
    had = np.array([sum((n, str(g.id)) in taken for n in range(1, hall.begun + 1)) for g in people], float)
    fits = np.array(
        [
            [
                bool(hall.languages[g.id] & may_sit[t.id])
                and (t.is_step_free or g.id not in hall.step_free_needed)
                for t in hall.tables
            ]
            for g in people
        ],
        bool,
    ).reshape(len(people), tables)
    absent: list[seating.Absence] = []
    for number in range(hall.begun + 1, hall.gathering.rounds + 1):
        held = np.array([(number, str(g.id)) in taken for g in people], bool)
        # who had the fewest turns goes first; ties rotate, so that the same people do not always wait together
        turn = (np.arange(len(people)) - number * tables) % max(1, len(people)) / max(1, len(people))
        cost = np.repeat((had + turn - 1000 * held)[:, None], tables, axis=1) + 1e6 * ~fits
        rows, columns = linear_sum_assignment(cost)
        sits = {int(r) for r, c in zip(rows, columns, strict=True) if fits[r, c] or held[r]}
        for row, guest in enumerate(people):
            if row in sits:
                had[row] += 1
            elif not held[row]:
                absent.append(seating.Absence(str(guest.id), number, number))
    return absent
