"""The talks of one guest after a gathering, for the guest's own page."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ..models import FollowUp, FollowUpStatus
from .own_talk import CALLED_OFF, state_for
from .talks import Talk, talks_of


def standing_talks(gathering_id: UUID, kind: str, person_id: UUID, at: datetime) -> list[Talk]:
    """The appointments of this "candidate" or "entrepreneur" that stand, as this side may see them, first one first;
    those without a time last. The caller has checked who asks."""
    rows = FollowUp.objects.filter(
        gathering_id=gathering_id,
        status__in=(FollowUpStatus.SENT, *CALLED_OFF),
        **{f"{kind}_id": person_id},
    ).select_related("gathering")
    return talks_of([row for row in rows.order_by("starts_at", "id") if state_for(row, kind, at) == "open"])
