"""Which messages about a talk have lost their sense: "gaat niet door" about one that stands or has been. Asked by the
post when a message would leave."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from .messages import OFF
from .models import FollowUp, FollowUpStatus


def is_outdated(follow_up_id: UUID, purpose: str, at: datetime) -> bool:
    """Whether it is no longer true that this talk does not go on."""
    if purpose not in OFF:
        return False
    row = FollowUp.objects.filter(pk=follow_up_id).first()
    if row is None:
        return False
    # an appointment of which a colleague noted that it was not held did not go on
    return row.status == FollowUpStatus.HELD or (row.status == FollowUpStatus.SENT and not row.outcome)
