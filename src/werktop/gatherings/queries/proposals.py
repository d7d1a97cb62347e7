"""A proposed seat plan, and whether it still holds: it is shown before it is applied, and meanwhile the hall may change."""

from __future__ import annotations

from uuid import UUID

from ..models import Seat, SeatPlan
from .seating import Hall

RESTS_ON = "rests_on"
"""Where the report of a proposed plan keeps what it rests on."""


def rests_on(hall: Hall, seats: dict[tuple[int, UUID], UUID]) -> str:
    """A mark of all that these seats rest on: the plan in force, the rounds begun, tables, rules, and the guests who sit in a
    round to come. Somebody else who comes in leaves it as it is, and gets a chair at the door."""
    return hall.fingerprint_among({guest for number, guest in seats if number > hall.begun})


def is_outdated(hall: Hall, proposed: SeatPlan, seats: dict[tuple[int, UUID], UUID]) -> bool:
    """Whether something changed since this plan, with these seats, was proposed for this hall."""
    return proposed.report.get(RESTS_ON) != rests_on(hall, seats)


def somebody_moves(plan_id: UUID) -> bool:
    """Whether anybody goes to another table by this plan."""
    return Seat.objects.filter(plan_id=plan_id, is_moved=True).exists()
