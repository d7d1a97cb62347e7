"""What was promised about candidates goes along when they go to another colleague."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from werktop.candidates.along import owned_rows_follow

from .models import Reminder


def reminders_follow(
    candidate_ids: Sequence[UUID], from_id: UUID | None, to_id: UUID | None, is_back: bool
) -> None:
    """The open reminders of `from_id` about these candidates become those of `to_id`."""
    is_about = Q(people__candidate_id__in=candidate_ids)
    is_open = Q(done_at=None)
    owned_rows_follow(
        Reminder, is_about=is_about, is_open=is_open, from_id=from_id, to_id=to_id, is_back=is_back
    )
