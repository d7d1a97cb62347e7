"""The talks of one guest after a gathering, for the guest's own page."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.regions import queries as regions

from ..models import FollowUp, FollowUpStatus, NextStep
from .own_talk import CALLED_OFF, state_for
from .steps import steps_of
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


def caller_after(talk: Talk) -> str:
    """Who takes the next step with the candidate of a talk that was not held: a colleague of the own organisation by
    name, else that organisation; "" where no step waits. The caller has checked who asks."""
    row = talk.row
    step = NextStep.objects.filter(
        gathering_id=row.gathering_id, candidate_id=row.candidate_id, done_at=None
    ).first()
    if step is None:
        return ""
    owner = steps_of([step])[0].owner
    if owner is not None:
        return str(owner.name)
    return regions.organisation_by_id(row.organisation_id).name
