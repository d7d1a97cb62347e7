"""Placements for tests: one at the bakery of another organisation, where Joris is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from tests import making

from werktop.placements import commands
from werktop.placements.models import Placement

UNPAID = {"takes_no_paid_work": True, "leave_given": True}


def placed(
    house: making.House, at: datetime, person: Any, firm: Any, started: date, **more: Any
) -> Placement:
    """Somebody of this organisation at a firm, by its relationship manager; a paid job where nothing else is said."""
    facts = {"what": "inpakken", "work_form": "regular", "started_date": started} | more
    key = commands.note_placement(
        actor=house.actor(), at=at, candidate_id=person.pk, employer_id=firm.pk, **facts
    )
    return Placement.objects.get(pk=key)


def for_a_time(started: date, weeks: int = 8, **more: Any) -> dict[str, Any]:
    """The facts of a trial placement of so many weeks."""
    ends = started + timedelta(weeks=weeks)
    return {"work_form": "trial", "week_minutes": 960, "expected_end_date": ends} | UNPAID | more
