"""A guest who comes in while a round runs gets a chair; nobody else moves."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.gatherings.day_refusals import (
    DayNotRunning,
    HasAChair,
    NoSeatsYet,
    NotYetHere,
    RoundNotRunning,
)
from werktop.gatherings.models import Gathering, GatheringStatus, Guest, Seat, SeatPlan, Table
from werktop.gatherings.queries.day import gathering_on_the_day
from werktop.gatherings.queries.rounds import round_now


@command(about="guest")
def seat_late_guest(*, actor: Actor, at: datetime, guest_id: UUID, table_number: int) -> None:
    """Give a guest who is there, and has no chair in the running round, one at this table in that round.

    The host at the door does so with one tap; who sits stays. Later rounds are planned anew. The same table twice
    changes nothing; another one is refused (`HasAChair`).
    """
    found = Guest.objects.filter(pk=guest_id).first()
    if found is None:
        raise NotVisible()
    # the gathering first, as who plans seats anew locks it: that plan then knows of this chair
    seen = gathering_on_the_day(actor, found.gathering_id)
    gathering = Gathering.objects.select_for_update(no_key=True).get(pk=seen.pk)
    guest = Guest.objects.select_for_update(no_key=True).filter(pk=guest_id).first()
    if guest is None:
        raise NotVisible()
    if gathering.status != GatheringStatus.RUNNING:
        raise DayNotRunning()
    if guest.arrived_at is None or guest.left_at:
        raise NotYetHere()
    running = round_now(gathering)
    if running is None:
        raise RoundNotRunning()
    table = Table.objects.filter(gathering=gathering, number=table_number, is_closed=False).first()
    if table is None:
        raise NotVisible()
    plan = (
        SeatPlan.objects.select_for_update()
        .filter(gathering=gathering, state=SeatPlan.State.IN_FORCE)
        .first()
    )
    if plan is None:
        raise NoSeatsYet()
    there = Seat.objects.filter(plan=plan, round=running.number, guest=guest).first()
    if there is not None:
        if there.table_id != table.pk:
            raise HasAChair()
        return
    Seat.objects.create(plan=plan, round=running.number, table=table, guest=guest, is_moved=True)
    # who looks at the old seats is told that they changed
    plan.version += 1
    plan.save(update_fields=["version"])
