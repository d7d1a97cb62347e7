"""Keeping seat plans: every change lays down a new plan that follows the one before."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.gatherings.models import Seat, SeatPlan
from werktop.gatherings.queries.seating import Hall

KEPT = 20
"""How many replaced plans a gathering keeps."""

Seats = dict[tuple[int, UUID], UUID]
"""(round, guest) to table."""


def lay_down(
    hall: Hall,
    seats: Seats,
    *,
    actor: Actor,
    at: datetime,
    report: dict[str, Any],
    follows_id: UUID | None,
    seed: int = 0,
    is_proposal: bool = False,
    moved: set[tuple[int, UUID]] | None = None,
) -> SeatPlan:
    """A new plan with these seats, in force or proposed. Call it inside a command that has locked the gathering.

    `follows_id` is the plan that an undo goes back to; `moved` the chairs that are shown as new (counted against
    the plan in force where not given).
    """
    before = hall.plan
    if moved is None:
        moved = {key for key, table in seats.items() if before and hall.seats.get(key) != table}
    plans = SeatPlan.objects.filter(gathering=hall.gathering)
    if is_proposal:
        plans.filter(state=SeatPlan.State.PROPOSED).delete()
    else:
        plans.filter(state=SeatPlan.State.IN_FORCE).update(state=SeatPlan.State.OLD)
    plan = SeatPlan.objects.create(
        gathering=hall.gathering,
        state=SeatPlan.State.PROPOSED if is_proposal else SeatPlan.State.IN_FORCE,
        version=(before.version if before else 0) + 1,
        seed=seed,
        report=report,
        made_at=at,
        made_by_id=actor.id if actor.kind == "staff" else None,
        follows_id=follows_id,
    )
    Seat.objects.bulk_create(
        Seat(plan=plan, round=number, guest_id=guest, table_id=table, is_moved=(number, guest) in moved)
        for (number, guest), table in sorted(seats.items(), key=str)
    )
    old = plans.filter(state=SeatPlan.State.OLD).order_by("-version", "-id").values_list("id", flat=True)
    plans.filter(id__in=list(old[KEPT:])).delete()
    return plan
