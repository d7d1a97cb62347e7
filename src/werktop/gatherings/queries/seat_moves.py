"""Where a guest could sit instead, and what each of those moves would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.models import Guest, GuestKind, PairRule, Table

from .guest_names import GuestNames
from .seating import REPEAT_PENALTY, Hall, languages_of

NOTICED = 70
"""Points from which a move is called better or worse: half a shared competency."""
MUCH = 4 * NOTICED
"""Points from which it is called much better or worse: two shared competencies."""
MOST_BETTER = 3
"""So many better chairs are told with what each person gains and loses."""
Seats = dict[tuple[int, UUID], UUID]


@dataclass(frozen=True)
class Move:
    """One way to seat a guest elsewhere. `value` is what the form sends: "table:<key>" or "swap:<guest key>".

    `points` is what the whole plan gains; `warnings` says which rules it would break.
    """

    value: str
    table_number: int
    text: str
    effect: str
    points: int
    table_id: UUID
    other_id: UUID | None = None
    warnings: tuple[str, ...] = ()

    @property
    def is_better(self) -> bool:
        """All tables together gain enough to notice, and no rule is broken."""
        return not self.warnings and self.points >= NOTICED

    @property
    def sign(self) -> str:
        """What all tables together gain, for a chair: "↑", "=", "↓" or, against a rule, "!"; the words say how much."""
        if self.warnings:
            return "!"
        if abs(self.points) < NOTICED:
            return "="
        return "↑" if self.points > 0 else "↓"


class Worth:
    """What seats are worth by the mechanism's sum: distinct meetings, less for a second time together."""

    def __init__(self, hall: Hall, seats: Seats) -> None:
        self._hall = hall
        self.rows = {g.id: row for row, g in enumerate(hall.candidates)}
        self.columns = {g.id: column for column, g in enumerate(hall.entrepreneurs)}
        self._table = {t.id: number for number, t in enumerate(hall.tables)}
        rounds = hall.gathering.rounds
        self.candidates = np.full((rounds, len(self.rows)), -1)
        self.entrepreneurs = np.full((rounds, len(self.columns)), -1)
        for (number, guest), table in seats.items():
            self._put(number, guest, table)
        self._companions = np.eye(len(self.rows), dtype=bool)
        for rule in hall.rules:
            if rule.kind == PairRule.Kind.TOGETHER:
                one, other = self.rows[rule.first_id], self.rows[rule.second_id]
                self._companions[one, other] = self._companions[other, one] = True

    def points(self) -> int:
        """The sum for the seats as they are now."""
        here, there = self.candidates[:, :, None], self.entrepreneurs[:, None, :]
        met = ((here == there) & (here >= 0)).any(axis=0)
        total = int(self._hall.affinities.matrix[met].sum()) if met.size else 0
        if len(self.candidates) > 1:
            seated = here >= 0
            together = ((here == self.candidates[:, None, :]) & seated).sum(axis=0)
            repeats = int(np.maximum(together - 1, 0)[~self._companions].sum()) // 2
            total -= REPEAT_PENALTY * repeats
        return total

    def gain(self, changes: dict[tuple[int, UUID], UUID | None]) -> int:
        """What the sum would gain by these changes; the seats stay as they are."""
        before = self.points()
        kept = self.candidates.copy(), self.entrepreneurs.copy()
        for (number, guest), table in changes.items():
            self._put(number, guest, table)
        after = self.points()
        self.candidates, self.entrepreneurs = kept
        return after - before

    def _put(self, number: int, guest: UUID, table: UUID | None) -> None:
        if not 1 <= number <= len(self.candidates):
            return
        place = -1 if table is None else self._table.get(table, -1)
        if guest in self.rows:
            self.candidates[number - 1, self.rows[guest]] = place
        elif guest in self.columns:
            self.entrepreneurs[number - 1, self.columns[guest]] = place


def moves_of(
    hall: Hall, guest: Guest, round_number: int, names: GuestNames, *, tells_needs: bool = True
) -> list[Move]:
    """Every other chair for this guest in this round, by table, the best first at each; none once it has begun.

    Without `tells_needs` a move that breaks a rule says so, and not what somebody needs or with whom they do not sit.
    """
    if hall.plan is None or round_number <= hall.begun:
        return []
    worth = Worth(hall, hall.seats)
    here = hall.seats.get((round_number, guest.id))
    found: list[Move] = []

    def broken(who: Guest, table: Table, leaving: Guest | None) -> tuple[str, ...]:
        told = broken_by(hall, who, table, round_number, names, leaving=leaving)
        if tells_needs or not told:
            return told
        return (_("die tafel past niet voor deze gast") if who is guest else _("die ruil past niet"),)

    for table, other in _chairs(hall, guest, round_number):
        changes: dict[tuple[int, UUID], UUID | None] = {(round_number, guest.id): table.id}
        warnings = broken(guest, table, other)
        if other is None:
            value, text = f"table:{table.id}", _("vrije stoel")
            warnings += _uneven(hall, guest, table, round_number)
        else:
            changes[(round_number, other.id)] = here
            value = f"swap:{other.id}"
            name = names.first_name(other.id)
            text = _("ruil met %(name)s") % {"name": name}
            back = next((t for t in hall.tables if t.id == here), None)
            if back is not None:
                warnings += broken(other, back, guest)
            elif guest.kind == GuestKind.CANDIDATE:
                warnings += (_("%(name)s heeft dan geen stoel") % {"name": name},)
        points = worth.gain(changes)
        found.append(
            Move(
                value,
                table.number,
                text,
                _effect(points, warnings),
                points,
                table.id,
                other.id if other else None,
                warnings,
            )
        )
    return sorted(found, key=lambda m: (m.table_number, len(m.warnings), -m.points))


def _uneven(hall: Hall, guest: Guest, table: Table, round_number: int) -> tuple[str, ...]:
    """That one table would have two candidates more than another, where that was not so: the plan keeps them alike."""
    here = hall.seats.get((round_number, guest.id))
    if guest.kind != GuestKind.CANDIDATE or here is None or hall.is_speed_dates:
        return ()
    sizes = Counter({each.id: 0 for each in hall.tables})
    sizes.update(
        hall.seats[round_number, g.id] for g in hall.candidates if (round_number, g.id) in hall.seats
    )
    before = max(sizes.values()) - min(sizes.values())
    sizes[here] -= 1
    sizes[table.id] += 1
    if before > 1 or max(sizes.values()) - min(sizes.values()) <= 1:
        return ()
    return (
        _("dan zijn de tafels ongelijk bezet: %(most)s tegen %(least)s")
        % {"most": max(sizes.values()), "least": min(sizes.values())},
    )


def best_of(moves: list[Move]) -> list[Move]:
    """The moves that do most good without breaking a rule, at most `MOST_BETTER`; none where nothing is better."""
    return sorted((m for m in moves if m.is_better), key=lambda m: -m.points)[:MOST_BETTER]


def _effect(points: int, warnings: tuple[str, ...]) -> str:
    if warnings:
        return _("let op: %(what)s") % {"what": "; ".join(warnings)}
    if points >= MUCH:
        return _("past samen veel beter")
    if points >= NOTICED:
        return _("past samen beter")
    if points <= -MUCH:
        return _("past samen veel minder")
    if points <= -NOTICED:
        return _("past samen minder")
    return _("past ongeveer even goed")


def _chairs(hall: Hall, guest: Guest, round_number: int) -> Iterator[tuple[Table, Guest | None]]:
    here = hall.seats.get((round_number, guest.id))
    same = hall.candidates if guest.kind == GuestKind.CANDIDATE else hall.entrepreneurs
    most = hall.chairs_per_table if guest.kind == GuestKind.CANDIDATE else hall.entrepreneurs_per_table
    for table in hall.tables:
        if table.id == here:
            continue
        there = [g for g in same if hall.seats.get((round_number, g.id)) == table.id]
        if len(there) < most:
            yield table, None
        for other in there:
            yield table, other


def broken_by(
    hall: Hall,
    guest: Guest,
    table: Table,
    round_number: int,
    names: GuestNames,
    *,
    leaving: Guest | None = None,
) -> tuple[str, ...]:
    """Which rules this guest would break at this table, in words; `leaving` goes from there at the same time."""
    if guest.kind != GuestKind.CANDIDATE:
        return ()
    name = names.first_name(guest.id)
    told: list[str] = []
    spoken = languages_of(table)
    if hall.is_speed_dates:
        there = [g for g in hall.entrepreneurs if hall.seats.get((round_number, g.id)) == table.id]
        spoken = frozenset().union(*(hall.languages[g.id] for g in there)) if there else spoken
    if not hall.languages[guest.id] & spoken:
        told.append(_("daar spreekt niemand een taal van %(name)s") % {"name": name})
    if guest.id in hall.step_free_needed and not table.is_step_free:
        told.append(_("die tafel is niet drempelvrij voor %(name)s") % {"name": name})
    for rule in hall.rules:
        if guest.id not in (rule.first_id, rule.second_id):
            continue
        other = rule.second_id if guest.id == rule.first_id else rule.first_id
        is_there = hall.seats.get((round_number, other)) == table.id and not (
            leaving is not None and leaving.id == other
        )
        if rule.kind == PairRule.Kind.APART and is_there:
            told.append(_("%(name)s zit daar ook (liever apart)") % {"name": names.first_name(other)})
        if rule.kind == PairRule.Kind.TOGETHER and not is_there and (round_number, other) in hall.seats:
            told.append(_("%(name)s zit daar niet (liever samen)") % {"name": names.first_name(other)})
    return tuple(told)


def meetings_in_words(count: int, fitting: int, rounds: int, name: str) -> str:
    """How many entrepreneurs a candidate talks with, and with how many it fits."""
    told = ngettext(
        "In %(rounds)s ronde spreekt %(name)s", "In %(rounds)s rondes spreekt %(name)s", rounds
    ) % {"rounds": rounds, "name": name}
    told += " " + ngettext("%(count)s ondernemer.", "%(count)s ondernemers.", count) % {"count": count}
    return (
        told + " " + _("Bij %(fitting)s daarvan sluit het aan op een wens of talent.") % {"fitting": fitting}
    )
