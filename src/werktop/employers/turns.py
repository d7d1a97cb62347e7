"""Who is thought of first to call about a question: pure, for what the command has read."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from datetime import datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from werktop.audit.working_days import working_day_after

ZONE = ZoneInfo("Europe/Amsterdam")
END_OF_DAY, HALF_OF_DAY = time(17), time(12)


def due_at(received_at: datetime) -> datetime:
    """Within one working day: the end of the first working day after the one on which it came in."""
    day = working_day_after(received_at.astimezone(ZONE).date())
    return datetime.combine(day, END_OF_DAY, ZONE)


def half_at(due: datetime) -> datetime:
    """From when on all of the region is asked, where nobody took it: noon of the day on which it is due."""
    return datetime.combine(due.astimezone(ZONE).date(), HALF_OF_DAY, ZONE)


def next_in_turn(
    question_id: UUID,
    groups: Collection[Collection[UUID]],
    last_turn: Mapping[UUID, datetime],
) -> UUID | None:
    """Of the first of `groups` in which there is anybody, whose last turn was longest ago; who had none comes first, and between
    equals it is a lot (docs/decisions/0035). None where there is nobody."""
    for group in groups:
        if group:
            return min(
                group,
                key=lambda key: (
                    last_turn[key].timestamp() if key in last_turn else float("-inf"),
                    hashlib.sha256(question_id.bytes + key.bytes).digest(),
                ),
            )
    return None
