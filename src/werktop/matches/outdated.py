"""Which messages about a talk have lost their sense: "gaat niet door" about one that stands or has been, and "uw afspraak"
once it begins. Asked by the post when a message would leave."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from .messages import OFF
from .models import FollowUp, FollowUpStatus


def is_outdated(follow_up_id: UUID, purpose: str, at: datetime) -> bool:
    """Whether it is no longer true that this talk does not go on, or no use any more to say when it is."""
    row = FollowUp.objects.filter(pk=follow_up_id).first()
    if row is None:
        return False
    if purpose == "follow_up":
        return row.starts_at is not None and row.starts_at <= at
    if purpose not in OFF:
        return False
    # an appointment of which a colleague noted that it was not held did not go on; without an hour, the one it had is off
    is_standing = row.status == FollowUpStatus.SENT and not row.outcome and row.starts_at is not None
    return row.status == FollowUpStatus.HELD or is_standing
