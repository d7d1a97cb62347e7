"""A seat plan that is proposed on the day, beside the one in force: who moves, and what it gains."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor
from werktop.gatherings.models import Gathering, Guest, GuestKind, Reply, SeatPlan
from werktop.gatherings.queries.day import sees_whole_names
from werktop.gatherings.queries.entrepreneur_chairs import WayOn
from werktop.gatherings.queries.guest_names import GuestNames, names_of
from werktop.gatherings.queries.proposals import is_outdated
from werktop.gatherings.queries.seat_promises import seat_promises
from werktop.gatherings.queries.seating import Hall, hall, seats_of
from werktop.gatherings.queries.short_of_entrepreneurs import hall_after, tables_closing, ways_on
from werktop.gatherings.queries.shortages import Shortage, shortages


@dataclass(frozen=True)
class Change:
    """One guest in one round: from a table (None: no chair yet) to another (None: no chair any more)."""

    guest_id: UUID
    kind: str
    name: str
    round_number: int
    from_table: int | None
    to_table: int | None


@dataclass(frozen=True)
class Absent:
    """An entrepreneur with a chair in a round to come who is not here; `firm` is theirs."""

    guest_id: UUID
    name: str
    firm: str


@dataclass(frozen=True)
class Replan:
    """What stands and what is proposed. Without a proposal only who is missing and who is new is told, and which
    entrepreneurs are lacking for the tables that are open (`shortages`, `absent_entrepreneurs`, and `ways` to go on).
    `present` counts the guests who are in: before the first of them nothing is lacking yet. `is_outdated`: what was proposed
    rests on what is no longer so, and counts as none."""

    plan_id: UUID | None
    changes: tuple[Change, ...]
    begun: int
    missing: tuple[str, ...]
    new: tuple[str, ...]
    sentences: tuple[str, ...]
    present: int = 0
    absent_entrepreneurs: tuple[Absent, ...] = ()
    shortages: tuple[Shortage, ...] = ()
    ways: tuple[WayOn, ...] = ()
    is_outdated: bool = False

    @property
    def has_proposal(self) -> bool:
        return self.plan_id is not None

    @property
    def moves(self) -> list[Change]:
        """Guests who sit elsewhere than they were told."""
        return [c for c in self.changes if c.from_table and c.to_table]


def replan_of(viewer: Actor, gathering: Gathering) -> Replan:
    """The proposed plan of this gathering told as changes against the plan in force, in rounds that have not begun."""
    found = hall(gathering)
    proposed = SeatPlan.objects.filter(gathering=gathering, state=SeatPlan.State.PROPOSED).first()
    seats = seats_of(proposed)
    has_changed = proposed is not None and is_outdated(found, proposed, seats)
    if has_changed:
        proposed = None
    guests = {**found.everyone}
    names, is_whole = names_of(guests.values(), among=guests.values()), sees_whole_names(viewer, gathering)
    there = {g.pk for g in found.guests}
    seated = {guest for (number, guest) in found.seats if number > found.begun}
    missing = sorted(
        names.shown(g.pk, is_whole=is_whole)
        for g in guests.values()
        if g.pk in names and g.pk in seated and g.pk not in there and g.reply == Reply.YES
    )
    new = sorted(names.shown(g, is_whole=is_whole) for g in there if g in names and g not in seated)
    changes = _changes(found, seats, guests, names, is_whole=is_whole) if proposed else ()
    return Replan(
        plan_id=proposed.pk if proposed else None,
        changes=changes,
        begun=found.begun,
        missing=tuple(missing),
        new=tuple(new),
        present=sum(bool(g.arrived_at) for g in found.guests),
        sentences=_gain(found, proposed, changes) if proposed else (),
        absent_entrepreneurs=tuple(
            Absent(g.pk, names.shown(g.pk, is_whole=is_whole), names.firm(g.pk))
            for g in guests.values()
            if g.kind == GuestKind.ENTREPRENEUR
            and g.pk in names
            and g.reply == Reply.YES
            and g.pk not in there
        ),
        shortages=tuple(
            each
            for each in shortages(
                gathering,
                found.tables,
                found.turnout(GuestKind.CANDIDATE),
                found.turnout(GuestKind.ENTREPRENEUR),
            )
            if each.kind in ("entrepreneurs", "chairs")
        ),
        ways=() if proposed else tuple(ways_on(found)),
        is_outdated=has_changed,
    )


def _changes(
    found: Hall,
    seats: dict[tuple[int, UUID], UUID],
    guests: dict[UUID, Guest],
    names: GuestNames,
    *,
    is_whole: bool,
) -> tuple[Change, ...]:
    numbers = {t.pk: t.number for t in (*found.tables, *found.closed_tables)}
    rows = []
    for key in sorted({*seats, *found.seats}, key=str):
        number, guest = key
        before, after = found.seats.get(key), seats.get(key)
        if number <= found.begun or before == after or guest not in names or after is None:
            continue
        rows.append(
            Change(
                guest,
                guests[guest].kind,
                names.shown(guest, is_whole=is_whole),
                number,
                numbers.get(before) if before else None,
                numbers.get(after) if after else None,
            )
        )
    return tuple(sorted(rows, key=lambda c: (c.round_number, c.to_table or 0, c.name)))


def _fullness(found: Hall, seats: dict[tuple[int, UUID], UUID]) -> tuple[int, int]:
    """The fewest and the most candidates who are there at one table, over the rounds to come."""
    numbers = range(found.begun + 1, found.gathering.rounds + 1)
    at = Counter((number, seats.get((number, g.pk))) for number in numbers for g in found.candidates)
    sizes = [at[number, table.pk] for number in numbers for table in found.tables]
    return min(sizes, default=0), max(sizes, default=0)


def _gain(found: Hall, proposed: SeatPlan, changes: tuple[Change, ...]) -> tuple[str, ...]:
    closes, chairs = tables_closing(proposed)
    after = hall_after(found, closes, chairs)
    moving = {c.guest_id: c.kind for c in changes if c.from_table and c.to_table}
    moved, firms = len(moving), sum(kind == GuestKind.ENTREPRENEUR for kind in moving.values())
    seated = len({c.guest_id for c in changes if c.from_table is None})
    said = [
        ngettext("%(n)s gast gaat naar een andere tafel.", "%(n)s gasten gaan naar een andere tafel.", moved)
        % {"n": moved}
        if moved
        else _("Niemand hoeft naar een andere tafel.")
    ]
    if firms:
        said.append(
            ngettext("%(n)s van hen is ondernemer.", "%(n)s van hen zijn ondernemer.", firms) % {"n": firms}
        )
    if closes:
        numbers = sorted(t.number for t in found.tables if t.id in closes)
        words = ngettext("Tafel %(tables)s gaat dicht.", "Tafels %(tables)s gaan dicht.", len(numbers))
        said.append(words % {"tables": ", ".join(map(str, numbers))})
    if chairs:
        words = ngettext(
            "Elke andere tafel krijgt %(n)s stoel erbij.",
            "Elke andere tafel krijgt %(n)s stoelen erbij.",
            chairs,
        )
        said.append(words % {"n": chairs})
    if seated:
        said.append(
            ngettext("%(n)s gast krijgt een stoel.", "%(n)s gasten krijgen een stoel.", seated)
            % {"n": seated}
        )
    now_least, now_most = _fullness(found, found.seats)
    least, most = _fullness(after, seats_of(proposed))
    if now_most - now_least > 1 and most - least < now_most - now_least:
        words = (
            _(
                "De tafels worden weer even vol: nu %(now_least)s tot %(now_most)s kandidaten, straks %(most)s."
            )
            if least == most
            else _(
                "De tafels worden weer even vol: nu %(now_least)s tot %(now_most)s kandidaten, straks %(least)s tot %(most)s."
            )
        )
        said.append(words % {"now_least": now_least, "now_most": now_most, "least": least, "most": most})
    if found.entrepreneurs_per_table and found.candidates:
        now, then = seat_promises(found).rows[0], seat_promises(after, seats_of(proposed)).rows[0]
        said.append(_("Nu: %(n)s %(words)s.") % {"n": now[0], "words": now[1]})
        said.append(_("Straks: %(n)s %(words)s.") % {"n": then[0], "words": then[1]})
    return tuple(said)
