"""Who of the two never heard of an appointment whose hour has come, since the message did not go out in time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werktop.post.queries import WENT_OUT, statuses_about

from .own_talk import GUESTS
from .talks import Talk


def who_never_heard(talk: Talk, at: datetime) -> list[Any]:
    """The people of a talk that has begun to whom its message did not leave, and whom nobody called. One query at most; the
    caller has checked who asks."""
    row = talk.row
    if not row.is_sent or row.starts_at is None or row.starts_at > at:
        return []
    told = statuses_about(about_kind="follow_up", about_id=row.pk, purpose="follow_up")
    people = {side: getattr(talk, side) for side in GUESTS}
    return [
        person
        for side, person in people.items()
        if told.get((side, person.pk), WENT_OUT[0]) not in WENT_OUT
        and getattr(row, f"called_{side}_at") is None
    ]
