"""The seats of a gathering as a picture: tables of one round, with everyone's name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.gatherings.models import Gathering, GatheringStatus, Guest, GuestKind, Seat, SeatPlan, Table

from .gatherings import can_edit
from .guest_names import GuestNames
from .seating import Hall, hall, seats_of, sits
from .tables import host_at
from .who_sees import names_for

MOST_DRAWN = 14
"""Chairs round a table that the picture has room for."""
FEW = 0.4
"""Up to this share of moved chairs they are shown as new; past it the whole plan is."""


@dataclass(frozen=True)
class Chair:
    """A chair at a table: a guest, the host, or free (`guest_id` None and no name)."""

    name: str
    kind: str
    guest_id: UUID | None = None
    is_new: bool = False
    is_pinned: bool = False
    is_awaited: bool = False


@dataclass(frozen=True)
class SeatedTable:
    """A table in one round, its chairs in order round it, the host at the top."""

    table: Table
    firms: list[str]
    chairs: list[Chair]
    host_name: str


@dataclass(frozen=True)
class SeatsPicture:
    """One round of the plan in force (or of the proposal): tables, who waits, and who has no chair at all."""

    hall: Hall
    names: GuestNames
    seats: dict[tuple[int, UUID], UUID]
    round_number: int
    tables: list[SeatedTable]
    waiting: list[Guest]
    unseated: list[Guest]
    proposal: SeatPlan | None
    is_proposal: bool
    proposed_changes: int

    @property
    def can_be_drawn(self) -> bool:
        """Whether every table fits the picture; otherwise tables are lists."""
        return all(len(t.chairs) <= MOST_DRAWN for t in self.tables)

    @property
    def shown_people(self) -> list[tuple[str, list[UUID]]]:
        """Whom the picture names, by kind: for the processing log."""
        named = [g for g in self.hall.guests if self.names.are_known(g.id)]
        return [
            ("candidate", [g.candidate_id for g in named if g.candidate_id]),
            ("entrepreneur", [g.entrepreneur_id for g in named if g.entrepreneur_id]),
        ]

    @property
    def has_plan(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.seats)


def seats_picture(
    viewer: Actor,
    gathering: Gathering,
    *,
    round_number: int = 1,
    is_proposal: bool = False,
) -> SeatsPicture:
    """The seats of a gathering in one round, with names as far as the viewer may read them. The caller got `gathering`
    from `gathering_with_guests` or `gathering_to_print`.

    With `is_proposal` the proposed plan is drawn where there is one. On the day who is not there yet keeps the chair
    of the plan. Constant number of queries.
    """
    found = hall(gathering, with_expected=True)
    found = replace(found, names=names_for(viewer, gathering, found.names))
    if not can_edit(viewer, gathering):
        # what the plan rests on is for who may change it
        found = replace(found, pins={}, rules=())
    return picture_of(found, round_number=round_number, is_proposal=is_proposal)


def picture_of_table(gathering: Gathering, table: Table) -> SeatsPicture:
    """The seats at one table in all rounds, by the names of the hall, as its host reads them on the table's screen. The
    caller got both from `sheets_to_print`. Constant number of queries."""
    found = hall(gathering, with_expected=True)
    tables = tuple(each for each in found.tables if each.pk == table.pk)
    seats = {key: at for key, at in found.seats.items() if tables and at == table.pk}
    there = {guest for _number, guest in seats}
    return picture_of(
        replace(
            found,
            tables=tables,
            guests=tuple(g for g in found.guests if g.id in there),
            names=found.names.in_the_hall(),
            pins={},
            rules=(),
            seats=seats,
        )
    )


def picture_of(found: Hall, *, round_number: int = 1, is_proposal: bool = False) -> SeatsPicture:
    """The picture of a hall that was read."""
    names = found.names
    round_number = max(1, min(round_number, found.gathering.rounds))
    proposal = (
        SeatPlan.objects.filter(gathering=found.gathering, state=SeatPlan.State.PROPOSED).first()
        if found.tables
        else None
    )
    is_proposal = is_proposal and proposal is not None
    proposed = seats_of(proposal)
    seats = proposed if is_proposal else found.seats
    moved = _moved(proposal if is_proposal else found.plan, len(seats))
    drawn = [*found.tables, *(t for t in found.closed_tables if _was_used(found, t, round_number))]
    drawn.sort(key=lambda t: t.number)
    tables = [_seated(found, names, seats, moved, table, round_number) for table in drawn]
    open_ids = {t.id for t in drawn}
    here = {g for (n, g), t in seats.items() if n == round_number and t in open_ids}
    anywhere = {g for (_n, g), t in seats.items() if t in open_ids}
    # who is not there, and has no chair in a round to come, waits for nothing
    here_or_to_come = {g.id for g in found.guests if sits(g, found.gathering)}
    here_or_to_come |= {g for (n, g), t in seats.items() if n > found.begun and t in open_ids}
    return SeatsPicture(
        hall=found,
        names=names,
        seats=seats,
        round_number=round_number,
        tables=tables,
        waiting=[g for g in found.guests if g.id not in here and g.id in anywhere & here_or_to_come],
        unseated=[g for g in found.guests if g.id not in anywhere and g.id in here_or_to_come]
        if seats
        else [],
        proposal=proposal,
        is_proposal=is_proposal,
        proposed_changes=sum(found.seats.get(key) != table for key, table in proposed.items()),
    )


def _was_used(found: Hall, table: Table, round_number: int) -> bool:
    """Whether people sat at this table in a round that has begun; it may have closed for the rounds after it."""
    is_begun = round_number <= found.begun
    return is_begun and any(n == round_number and t == table.id for (n, _g), t in found.seats.items())


def _moved(plan: SeatPlan | None, count: int) -> set[tuple[int, UUID]]:
    if plan is None:
        return set()
    rows = list(Seat.objects.filter(plan=plan, is_moved=True).values_list("round", "guest_id"))
    return set(rows) if len(rows) <= FEW * count else set()


def _seated(
    found: Hall,
    names: GuestNames,
    seats: dict[tuple[int, UUID], UUID],
    moved: set[tuple[int, UUID]],
    table: Table,
    round_number: int,
) -> SeatedTable:
    there = sorted(
        (g for g in found.guests if seats.get((round_number, g.id)) == table.id),
        key=lambda g: (names.first_name(g.id), str(g.id)),
    )

    def chair(guest: Guest) -> Chair:
        return Chair(
            names.first_name(guest.id),
            guest.kind,
            guest.id,
            is_new=(round_number, guest.id) in moved,
            is_pinned=guest.id in found.pins,
            is_awaited=not guest.arrived_at and found.gathering.status == GatheringStatus.RUNNING,
        )

    people = [chair(g) for g in there if g.kind == GuestKind.CANDIDATE]
    company = [chair(g) for g in there if g.kind == GuestKind.ENTREPRENEUR]
    host = host_at(table)
    free_company = max(0, found.entrepreneurs_per_table - len(company))
    free = max(0, found.chairs_per_table - len(people))
    room = MOST_DRAWN - len(people) - len(company) - (host is not None)
    company += [Chair("", GuestKind.ENTREPRENEUR) for _ in range(min(free_company, max(0, room)))]
    people += [Chair("", GuestKind.CANDIDATE) for _ in range(min(free, max(0, room - free_company)))]
    return SeatedTable(
        table=table,
        firms=[names.firm(c.guest_id) for c in company if c.guest_id],
        chairs=_round_the_table(people, company, host.account.first_name if host else ""),
        host_name=host.account.first_name if host else "",
    )


def _round_the_table(people: list[Chair], company: list[Chair], host: str) -> list[Chair]:
    """Host at the top, entrepreneurs spread between the candidates, so that everyone sits next to somebody else."""
    chairs = [Chair(host, "host")] if host else []
    if not company:
        return chairs + people
    # half a gap at both ends: the host sits between candidates
    gap, start = len(people) / len(company), 0
    for place, entrepreneur in enumerate(company):
        end = round(gap * (place + 0.5))
        chairs += [*people[start:end], entrepreneur]
        start = end
    return chairs + people[start:]


def may_change(viewer: Actor, gathering: Gathering) -> bool:
    """Whether the viewer may change seats: who plans, of the responsible organisation, while it is not over."""
    return (
        viewer.can("plan_gatherings")
        and viewer.organisation_id == gathering.organisation_id
        and gathering.status in ("preparing", "running")
    )
