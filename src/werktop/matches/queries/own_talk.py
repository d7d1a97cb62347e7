"""An appointment as one of its two people may see it through the own link: who called it off can take that back for a
while, and until then the other sees it as it was."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..models import FollowUp, FollowUpStatus, Outcome

TAKE_BACK = timedelta(minutes=10)
"""How long a guest can take back that a talk was called off; the other hears nothing before it is over."""
GUESTS = ("candidate", "entrepreneur")
BOTH = "both"
"""In `FollowUp.unsuitable_by`: the other called it off too, before hearing that it was off."""
CALLED_OFF = (FollowUpStatus.UNSUITABLE, FollowUpStatus.DECLINED)


def is_quiet(row: FollowUp, at: datetime) -> bool:
    """Whether one of the two called this talk off so recently that the other does not know yet."""
    return (
        row.status in CALLED_OFF
        and row.unsuitable_by in GUESTS
        and row.called_off_at is not None
        and at < row.called_off_at + TAKE_BACK
    )


def can_take_back(row: FollowUp, *, by: str, at: datetime) -> bool:
    """Whether this can still be taken back, until the other is told: by the side that said so, or by "staff" where a
    colleague noted it."""
    if by == "staff":
        return is_quiet(row, at) and row.called_off_noted_by == by
    return is_quiet(row, at) and row.unsuitable_by == by


def take_back_until(row: FollowUp, at: datetime) -> datetime | None:
    """Until when what was called off can be put back, if not by everybody (`can_take_back`); None where it cannot."""
    return row.called_off_at + TAKE_BACK if is_quiet(row, at) and row.called_off_at else None


def is_called_off_by(row: FollowUp, side: str) -> bool:
    """Whether this side said that it does not go on, alone or as the second."""
    return row.unsuitable_by in (side, BOTH)


def agreed_hour(row: FollowUp) -> tuple[datetime | None, datetime | None]:
    """The hour that the two were told, whatever is proposed since; (None, None) where there was none."""
    if row.called_off_at:
        return row.called_off_starts_at, row.called_off_ends_at
    return row.starts_at, row.ends_at


def state_for(row: FollowUp, side: str, at: datetime) -> str:
    """What one side sees: "open" (it stands), "over", "unsuitable", "declined" or "dropped" (it does not go on),
    "not_held" (it came to nothing), or "none": it went by, and a colleague only thinks of a new one."""
    is_unheard = is_quiet(row, at) and not is_called_off_by(row, side)
    if row.status in (*CALLED_OFF, FollowUpStatus.DROPPED) and not is_unheard:
        return str(row.status)
    if row.status == FollowUpStatus.PROPOSED:
        return "none"
    if row.outcome == Outcome.NOT_HELD:
        return "not_held"
    _starts_at, ends_at = agreed_hour(row)
    if row.status == FollowUpStatus.HELD or (ends_at is not None and at >= ends_at):
        return "over"
    return "open"
