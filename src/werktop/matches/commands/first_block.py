"""The first hour at which two people can talk."""

from __future__ import annotations

from datetime import datetime

from ..models import FollowUp, FollowUpStatus, FreeBlock


def take_first_block(
    row: FollowUp, *, after: datetime | None = None, besides: datetime | None = None
) -> None:
    """Propose the entrepreneur's first free block at which the candidate has no other talk; without one, no time.

    `after`: not before this moment; `besides`: not the block that begins at this moment. The caller holds the talk.
    """
    dated = FollowUp.objects.filter(candidate_id=row.candidate_id).exclude(status=FollowUpStatus.DROPPED)
    busy = [
        (f.starts_at, f.ends_at) for f in dated.exclude(pk=row.pk).order_by("id") if f.starts_at and f.ends_at
    ]
    free = FreeBlock.objects.filter(
        gathering_id=row.gathering_id, entrepreneur_id=row.entrepreneur_id, taken_by=None
    )
    row.starts_at = row.ends_at = None
    for block in free.select_for_update().order_by("starts_at", "id"):
        is_possible = block.starts_at != besides and (after is None or block.starts_at > after)
        if is_possible and not any(block.starts_at < end and start < block.ends_at for start, end in busy):
            row.starts_at, row.ends_at = block.starts_at, block.ends_at
            block.taken_by = row
            block.save(update_fields=["taken_by"])
            break
    row.save(update_fields=["starts_at", "ends_at"])
