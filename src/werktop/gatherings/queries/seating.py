"""What the seating mechanism is asked: who is there, which tables, and every rule, read at one moment."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Max

from werktop.candidates import queries as candidates
from werktop.catalogue.choices import Language
from werktop.employers import queries as employers
from werktop.gatherings.models import (
    Gathering,
    GatheringFormat,
    GatheringStatus,
    Guest,
    GuestKind,
    PairRule,
    Pin,
    Reply,
    Round,
    Seat,
    SeatPlan,
    Table,
)
from werktop.mechanisms import seating

from .affinity import Affinities, affinities_of
from .guest_names import GuestNames, names_from
from .needs import is_needed
from .shortages import Turnout
from .speed_dates import own_tables, waits
from .tables import host_at, tables_with_hosts

REPEAT_PENALTY = 50
"""Points that a second meeting of the same two candidates costs (the mechanism's own default)."""


@dataclass(frozen=True)
class Hall:
    """One gathering as it stands: people, open tables, rules, rounds begun, and the plan in force.

    `guests` are those who sit: who comes, or on the day who is there. `seats` are the chairs of the plan in
    force: (round, guest) to table. `with_someone` need a chair more, for who comes along and is no guest: no plan rests on
    it. `begun` is how many rounds have begun; their seats are facts.
    """

    gathering: Gathering
    tables: tuple[Table, ...]
    closed_tables: tuple[Table, ...]
    guests: tuple[Guest, ...]
    everyone: dict[UUID, Guest]
    languages: dict[UUID, frozenset[str]]
    step_free_needed: frozenset[UUID]
    with_someone: frozenset[UUID]
    affinities: Affinities
    names: GuestNames
    pins: dict[UUID, UUID]
    rules: tuple[PairRule, ...]
    begun: int
    plan: SeatPlan | None
    seats: dict[tuple[int, UUID], UUID] = field(default_factory=dict)

    @property
    def candidates(self) -> list[Guest]:
        """The candidates who sit."""
        return [g for g in self.guests if g.kind == GuestKind.CANDIDATE]

    @property
    def entrepreneurs(self) -> list[Guest]:
        """The entrepreneurs who sit."""
        return [g for g in self.guests if g.kind == GuestKind.ENTREPRENEUR]

    def turnout(self, kind: str) -> Turnout:
        """Guests of this kind who sit, and those who have not answered."""
        replies = [g.reply for g in self.everyone.values() if g.kind == kind]
        return Turnout(
            coming=sum(g.kind == kind for g in self.guests),
            open=replies.count(Reply.INVITED),
            is_asked=any(reply != Reply.CHOSEN for reply in replies),
        )

    @property
    def is_speed_dates(self) -> bool:
        """Whether people talk one to one, so that who has no turn waits."""
        return self.gathering.format == GatheringFormat.SPEED_DATES

    @property
    def entrepreneurs_per_table(self) -> int:
        """Entrepreneurs at each table; none where candidates prepare among themselves."""
        if self.gathering.format == GatheringFormat.PREPARATION:
            return 0
        return 1 if self.is_speed_dates else self.gathering.entrepreneurs_per_table

    @property
    def chairs_per_table(self) -> int:
        """Chairs for candidates at each table."""
        return 1 if self.is_speed_dates else self.gathering.table_size

    @property
    def fingerprint(self) -> str:
        """Changes when anything changes that a plan rests on."""
        return self.fingerprint_among({g.id for g in self.guests})

    def fingerprint_among(self, people: Collection[UUID]) -> str:
        """Changes when anything changes that a plan of these guests rests on: not where somebody else comes in."""
        said = (
            self.gathering.rounds, self.gathering.format, self.chairs_per_table, self.entrepreneurs_per_table,
            self.begun, self.plan and (self.plan.id, self.plan.version),
            [(t.id, sorted(languages_of(t)), t.is_step_free) for t in self.tables],
            [(g.id, sorted(self.languages.get(g.id, ())), g.id in self.step_free_needed) for g in self.guests if g.id in people],
            sorted((str(g), str(t)) for g, t in self.pins.items() if g in people),
            sorted((r.kind, str(r.first_id), str(r.second_id)) for r in self.rules if {r.first_id, r.second_id} <= {*people}),
        )  # fmt: skip
        return hashlib.sha256(repr(said).encode()).hexdigest()


def hall(gathering: Gathering, *, with_expected: bool = False) -> Hall:
    """Read all that a plan of this gathering rests on. Constant number of queries.

    `with_expected`: on the day also who said yes and is not there yet, since their chairs stand ready: for pictures,
    prints and changes by hand, which must not take such a chair for a free one.
    """
    tables = tables_with_hosts(gathering)
    everyone = list(Guest.objects.filter(gathering=gathering).order_by("kind", "id"))
    plan = SeatPlan.objects.filter(gathering=gathering, state=SeatPlan.State.IN_FORCE).first()
    guests = [
        g
        for g in everyone
        if sits(g, gathering) or (with_expected and g.reply == Reply.YES and not g.left_at)
    ]
    # of everyone on the list: what tells namesakes apart is the same at the door and on paper
    all_people = candidates.candidates_by_id([g.candidate_id for g in everyone if g.candidate_id])
    all_persons = employers.entrepreneurs_by_id([g.entrepreneur_id for g in everyone if g.entrepreneur_id])
    coming = {g.candidate_id or g.entrepreneur_id for g in guests}
    people = {key: person for key, person in all_people.items() if key in coming}
    persons = {key: person for key, person in all_persons.items() if key in coming}
    affinities = affinities_of(guests, people=people, persons=persons)
    # somebody whose file is gone has no chair
    guests = [g for g in guests if g.id in affinities.rows or g.id in affinities.columns]
    seated = {g.id for g in guests}
    spoken = frozenset().union(*(languages_of(t) for t in tables))
    return Hall(
        gathering=gathering,
        tables=tuple(t for t in tables if not t.is_closed),
        closed_tables=tuple(t for t in tables if t.is_closed),
        guests=tuple(guests),
        everyone={g.id: g for g in everyone},
        # where no language was noted, none is asked of the table
        languages={g.id: affinities.languages_of(g.id) or spoken for g in guests},
        step_free_needed=frozenset(
            g.id for g in guests if g.candidate_id and people[g.candidate_id].is_step_free_needed
        ),
        with_someone=frozenset(
            g.id for g in guests if g.candidate_id and is_needed(g, people[g.candidate_id], "brings_somebody")
        ),
        affinities=affinities,
        names=names_from(guests, all_people, all_persons, among=everyone),
        pins=dict(Pin.objects.filter(gathering=gathering).values_list("guest_id", "table_id")),
        rules=tuple(
            rule
            for rule in PairRule.objects.filter(gathering=gathering).order_by("kind", "id")
            if rule.first_id in seated and rule.second_id in seated
        ),
        begun=Round.objects.filter(gathering=gathering).aggregate(last=Max("number"))["last"] or 0,
        plan=plan,
        seats=seats_of(plan),
    )


def sits(guest: Guest, gathering: Gathering) -> bool:
    """Whether this guest gets a chair: before the day who comes; on the day who is there, or is expected late."""
    if gathering.status == GatheringStatus.RUNNING:
        if guest.left_at:
            return False
        return bool(guest.arrived_at) or (guest.reply == Reply.YES and guest.is_late_expected)
    return guest.reply == Reply.YES or bool(guest.arrived_at)


def languages_of(table: Table) -> frozenset[str]:
    """The languages spoken at a table: the table's own and its host's; Dutch where nothing was noted."""
    host = host_at(table)
    found = frozenset(table.languages) | frozenset(host.account.languages if host else ())
    return found or frozenset({Language.DUTCH.value})


def seats_of(plan: SeatPlan | None) -> dict[tuple[int, UUID], UUID]:
    """(round, guest) to table of a plan; empty without one."""
    if plan is None:
        return {}
    rows = Seat.objects.filter(plan=plan).values_list("round", "guest_id", "table_id")
    return {(number, guest): table for number, guest, table in rows}


def problem_of(hall: Hall, *, change_cost: int = 0, with_pins: bool = True) -> seating.Problem:
    """What the mechanism is asked, by the contract of `mechanisms.seating`.

    A pinned entrepreneur has that table as the own table. A pinned candidate keeps the chairs that the plan in
    force gives (without one: the pinned table in every round). Rounds that have begun are facts.
    In speed dates everyone who has no turn in a round is absent from it, by a rota that spreads the waiting.
    """
    rounds = hall.gathering.rounds
    open_ids = {t.id for t in hall.tables}
    here = {g.id for g in hall.guests}
    pins = hall.pins if with_pins else {}
    own = {g: t for g, t in pins.items() if t in open_ids}
    fixed: list[seating.FixedSeat] = []
    for (number, guest_id), table in sorted(hall.seats.items(), key=str):
        is_begun = number <= hall.begun
        is_kept = guest_id in pins and hall.everyone[guest_id].kind == GuestKind.CANDIDATE
        if guest_id in here and table in open_ids and number <= rounds and (is_begun or is_kept):
            fixed.append(seating.FixedSeat(number, str(guest_id), str(table)))
    if hall.plan is None:
        for guest in hall.candidates:
            if guest.id in own:
                fixed += [
                    seating.FixedSeat(number, str(guest.id), str(own[guest.id]))
                    for number in range(hall.begun + 1, rounds + 1)
                ]
    held = {(f.round, f.person) for f in fixed}
    # who has no chair in a round that has begun was not there
    absent = [
        seating.Absence(str(g.id), number, number)
        for g in hall.guests
        for number in range(1, min(hall.begun, rounds) + 1)
        if (number, str(g.id)) not in held
    ]
    places = {t.id: languages_of(t) for t in hall.tables}
    if hall.is_speed_dates:
        own = own_tables(hall, own)
        of_table = {table: guest for guest, table in own.items()}
        places = {t: hall.languages[of_table[t]] if t in of_table else spoken for t, spoken in places.items()}
        absent += waits(hall, taken=held, may_sit=places)
        held_fixed = {(f.round, f.person) for f in fixed}
        absent = [a for a in absent if (a.from_round, a.person) not in held_fixed]
    return seating.Problem(
        rounds=rounds,
        max_table_size=hall.chairs_per_table,
        entrepreneurs_per_table=hall.entrepreneurs_per_table,
        repeat_penalty=REPEAT_PENALTY,
        tables=[seating.Table(str(t.id), places[t.id], t.is_step_free) for t in hall.tables],
        candidates=[
            seating.Candidate(str(g.id), hall.languages[g.id], g.id in hall.step_free_needed)
            for g in hall.candidates
        ],
        entrepreneurs=[
            seating.Entrepreneur(str(g.id), str(own[g.id]) if g.id in own else None)
            for g in hall.entrepreneurs
        ],
        affinity=hall.affinities.matrix,
        apart=pairs_of(hall, PairRule.Kind.APART),
        together=pairs_of(hall, PairRule.Kind.TOGETHER),
        fixed=fixed,
        absent=absent,
        previous=arrangement_of(hall) if hall.plan else None,
        change_cost=change_cost if hall.plan else 0,
    )


def pairs_of(hall: Hall, kind: str) -> list[tuple[str, str]]:
    """The pairs of one kind of rule, as the mechanism wants them."""
    return [(str(r.first_id), str(r.second_id)) for r in hall.rules if r.kind == kind]


def arrangement_of(hall: Hall, seats: dict[tuple[int, UUID], UUID] | None = None) -> tuple:
    """Seats (those of the plan in force, or others) as the `rounds` of the mechanism's contract."""
    seats = hall.seats if seats is None else seats
    at: dict[tuple[int, UUID], tuple[list[str], list[str]]] = {}
    for guest in hall.guests:
        for number in range(1, hall.gathering.rounds + 1):
            table = seats.get((number, guest.id))
            if table is not None:
                pair = at.setdefault((number, table), ([], []))
                pair[guest.kind == GuestKind.ENTREPRENEUR].append(str(guest.id))
    return tuple(
        tuple(
            seating.TableSeating(
                str(t.id),
                tuple(at.get((number, t.id), ((), ()))[0]),
                tuple(at.get((number, t.id), ((), ()))[1]),
            )
            for t in hall.tables
        )
        for number in range(1, hall.gathering.rounds + 1)
    )
