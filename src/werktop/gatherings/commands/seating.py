"""Planning seats by the mechanism: read, solve outside any transaction, save when nothing changed meanwhile."""

from __future__ import annotations

from datetime import datetime
from time import monotonic
from typing import Any
from uuid import UUID

from django.db import transaction

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotAllowed
from werktop.gatherings.models import Gathering, GatheringStatus, Seat, SeatPlan, Table
from werktop.gatherings.queries.entrepreneur_chairs import MOST_CHAIRS
from werktop.gatherings.queries.gatherings import can_edit, gathering_for, gathering_to_edit, open_gathering
from werktop.gatherings.queries.proposals import RESTS_ON, is_outdated, rests_on
from werktop.gatherings.queries.refused_seating import refusal_in_words
from werktop.gatherings.queries.seat_report import as_kept, counted_anew
from werktop.gatherings.queries.seating import Hall, hall, problem_of, seats_of
from werktop.gatherings.queries.short_of_entrepreneurs import (
    CHAIRS,
    CLOSES,
    EMPTY,
    hall_after,
    problem_on,
    tables_closing,
    ways_on,
)
from werktop.gatherings.queries.who_sees import reads_reasons
from werktop.gatherings.seat_refusals import (
    AnotherProposal,
    NobodyToSeat,
    NothingProposed,
    ProposalIsOutdated,
    SeatsChangedMeanwhile,
    SeatsDoNotFit,
)
from werktop.mechanisms import seating
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.refusals import NoPlanPossible

from .seat_plans import Seats, lay_down
from .waiting import let_waiting_in

SECONDS = 0.8
"""How long the mechanism may search; a page shows the plan within two seconds, the first one of a process too."""
TRIES = 2
"""How often to plan anew when something changed between reading and saving."""
CHANGE_COST = 100
"""Points that every chair changed costs on the day: a change must be worth the walk."""


class SolvedSeats:
    """What the mechanism found. For a receipt every answer is the same: what counts is what was asked."""

    def __init__(self, seats: Seats, report: dict[str, Any], fingerprint: str) -> None:
        self.seats, self.report, self.fingerprint = seats, report, fingerprint

    def __str__(self) -> str:
        return "solved seats"


def plan_seats(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    seed: int = 0,
    seconds: float = SECONDS,
    steps: int | None = None,
    is_proposal: bool = False,
    change_cost: int | None = None,
    way: str = "",
    key: UUID | None = None,
) -> UUID:
    """Plan all seats of a gathering anew and give the plan's key; `is_proposal` shows it before it is applied.

    With `steps` the same seed gives the same plan; otherwise `seconds` bounds the search. `change_cost` is what a
    changed chair costs in points of affinity (by default nothing before the day, `CHANGE_COST` on it). `way` is the
    key of one of `ways_on`, where entrepreneurs are missing on the day; tables it closes do so once it is applied.
    Raises `SeatsDoNotFit` with what is in the way, `SeatsChangedMeanwhile` when guests, tables or rules keep
    changing while it plans; `GatheringIsOver` and `GatheringIsCancelled` once it is.
    """
    for attempt in range(TRIES):
        with transaction.atomic():
            gathering = gathering_for(actor, gathering_id)
            if not can_edit(actor, gathering):
                raise NotAllowed()
            found = hall(open_gathering(gathering))
        cost = change_cost
        if cost is None:
            cost = CHANGE_COST if gathering.status == GatheringStatus.RUNNING else 0
        solved = _solve(
            found,
            way=way,
            seed=seed,
            seconds=seconds,
            steps=steps,
            change_cost=cost,
            tells_needs=reads_reasons(actor, gathering),
        )
        try:
            asked: dict[str, Any] = {"gathering_id": gathering_id, "seed": seed, "key": key}
            return save_seat_plan(actor=actor, at=at, is_proposal=is_proposal, solved=solved, **asked)
        except SeatsChangedMeanwhile:
            if attempt + 1 == TRIES:
                raise
    raise SeatsChangedMeanwhile()


def _solve(
    found: Hall,
    *,
    way: str,
    seed: int,
    seconds: float,
    steps: int | None,
    change_cost: int,
    tells_needs: bool,
) -> SolvedSeats:
    if not found.tables or not found.candidates:
        raise NobodyToSeat()
    chosen = next((each for each in ways_on(found) if each.key == way), None) if way else None
    if way and chosen is None:
        raise SeatsChangedMeanwhile()
    if chosen:
        problem = problem_on(found, chosen, change_cost=change_cost)
    else:
        problem = problem_of(found, change_cost=change_cost)
    keep_going = None if steps is not None else Deadline(seconds, monotonic)
    try:
        plan = seating.solve(problem, seed=seed, steps=steps, keep_going=keep_going)
    except NoPlanPossible as refused:
        kinds = [rule.kind for rule in refused.rules]
        text = refusal_in_words(refused.rules, found, tells_needs=tells_needs)
        raise SeatsDoNotFit(text, kinds=kinds) from refused
    seats = {
        (number, UUID(person)): UUID(at.table)
        for number, tables in enumerate(plan.rounds, start=1)
        for at in tables
        for person in (*at.candidates, *at.entrepreneurs)
        if not person.startswith(EMPTY)
    }
    # a round that has begun is a fact, those who have left since included
    seats |= {key: table for key, table in found.seats.items() if key[0] <= found.begun}
    assert plan.report is not None
    if chosen is None:
        return SolvedSeats(seats, as_kept(found, plan.report), found.fingerprint)
    # counted without the empty chairs; the bound was that of the hall with them
    report, _score = counted_anew(hall_after(found, chosen.closes, chosen.chairs), seats, {})
    report |= {CLOSES: [str(table) for table in chosen.closes], CHAIRS: chosen.chairs}
    return SolvedSeats(seats, report, found.fingerprint)


@command(about="gathering")
def save_seat_plan(
    *, actor: Actor, at: datetime, gathering_id: UUID, seed: int, is_proposal: bool, solved: SolvedSeats
) -> UUID:
    """Keep a plan that was solved, if everything it rests on is still so; else `SeatsChangedMeanwhile`."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    found = hall(gathering)
    if found.fingerprint != solved.fingerprint:
        raise SeatsChangedMeanwhile()
    report = solved.report
    if is_proposal:
        report = report | {RESTS_ON: rests_on(found, solved.seats)}
    plan = lay_down(
        found, solved.seats, actor=actor, at=at, report=report,
        follows_id=found.plan.id if found.plan else None, seed=seed, is_proposal=is_proposal,
    )  # fmt: skip
    return plan.id


@command(about="gathering")
def apply_proposed_plan(*, actor: Actor, at: datetime, gathering_id: UUID, plan_id: UUID) -> UUID:
    """Put the proposed plan that was shown (`plan_id`) in force; tables that it does without close. `NothingProposed` where
    there is none, `AnotherProposal` where a colleague proposed another since, `ProposalIsOutdated` where it rests on
    what is no longer so (`queries.proposals`)."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    proposed = _proposed(gathering, plan_id)
    if proposed is None:
        raise NothingProposed()
    found, seats = hall(gathering), seats_of(proposed)
    if is_outdated(found, proposed, seats):
        raise ProposalIsOutdated()
    closes, chairs = tables_closing(proposed)
    if closes or chairs:
        Table.objects.filter(gathering=gathering, id__in=closes).update(is_closed=True)
        gathering.table_size = min(MOST_CHAIRS, gathering.table_size + chairs)
        gathering.save(update_fields=["table_size"])
        let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
    moved = set(Seat.objects.filter(plan=proposed, is_moved=True).values_list("round", "guest_id"))
    only_proposed = (CLOSES, CHAIRS, RESTS_ON)
    report, seed = {k: v for k, v in proposed.report.items() if k not in only_proposed}, proposed.seed
    proposed.delete()
    plan = lay_down(
        found, seats, actor=actor, at=at, report=report,
        follows_id=found.plan.id if found.plan else None, seed=seed, moved=moved,
    )  # fmt: skip
    return plan.id


@command(about="gathering")
def drop_proposed_plan(*, actor: Actor, at: datetime, gathering_id: UUID, plan_id: UUID) -> None:
    """Throw the proposed plan that was shown (`plan_id`) away; nothing happens when there is none, and
    `AnotherProposal` where a colleague proposed another since."""
    gathering = open_gathering(gathering_to_edit(actor, gathering_id))
    proposed = _proposed(gathering, plan_id)
    if proposed is not None:
        proposed.delete()


def _proposed(gathering: Gathering, plan_id: UUID) -> SeatPlan | None:
    proposed = SeatPlan.objects.filter(gathering=gathering, state=SeatPlan.State.PROPOSED).first()
    if proposed is not None and proposed.pk != plan_id:
        raise AnotherProposal()
    return proposed
