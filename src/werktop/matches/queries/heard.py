"""What each of the two of a talk has heard of it: by a message that left, in a call, or said by themselves."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from werktop.post import queries as post

from ..models import FollowUp, FollowUpStatus
from .own_talk import BOTH, GUESTS

Hour = tuple[datetime | None, datetime | None]


def hours_heard(row: FollowUp) -> dict[str, Hour]:
    """By each side ("candidate", "entrepreneur") that heard of this talk the hour that was told last ((None, None) where none
    was); who never heard is not in it. What was before it was last proposed is forgotten. Ask it when nothing about the
    talk is leaving (`messages.hold_back`). Two queries.
    """
    lines: list[Any] = []
    for line in cast(Any, FollowUp).pgh_event_model.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id"):
        lines = [] if line.status == FollowUpStatus.PROPOSED else [*lines, line]
    stood = [line for line in lines if line.status == FollowUpStatus.SENT]
    hours = {line.sent_at: (line.starts_at, line.ends_at) for line in stood if line.sent_at}
    left = post.last_that_left(about_kind="follow_up", about_id=row.pk, purpose="follow_up")
    found = {}
    for side in GUESTS:
        told: list[tuple[datetime, Hour]] = []
        laid_down_at = left.get((side, getattr(row, f"{side}_id")))
        if laid_down_at is not None:
            told += [(at, hour) for at, hour in hours.items() if at <= laid_down_at][-1:]
        # a tick by mistake that was taken away is no call: the last line about it counts
        calls = {
            getattr(line, f"call_{side}_from_at"): (
                getattr(line, f"called_{side}_at"),
                (line.starts_at, line.ends_at),
            )
            for line in stood
        }
        told += [(called_at, hour) for called_at, hour in calls.values() if called_at is not None]
        told += [
            (line.called_off_at, (line.called_off_starts_at, line.called_off_ends_at))
            for line in lines
            if line.called_off_at and line.unsuitable_by in (side, BOTH)
        ]
        agreed = [line for line in stood if line.agreed_at and line.agreed_at == row.agreed_at]
        if not told and agreed:
            # they agreed on it by telephone, and nothing is written yet
            told = [(agreed[0].agreed_at, (agreed[0].starts_at, agreed[0].ends_at))]
        if told:
            found[side] = max(told, key=lambda each: each[0])[1]
    return found
