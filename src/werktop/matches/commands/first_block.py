"""The first hour at which two people can talk."""

from __future__ import annotations

from datetime import datetime

from ..models import FollowUp
from ..queries.room import first_that_suits, hours_of_candidates
from ..queries.talks import free_blocks


def take_first_block(row: FollowUp, *, after: datetime, besides: datetime | None = None) -> None:
    """Propose the entrepreneur's first free block at which the candidate has no other talk; without one, no time.

    `after`: not before this moment; `besides`: not the block that begins at this moment. The caller holds the hours
    (`lock_hours`).
    """
    spans = hours_of_candidates([row.candidate_id]).get(row.candidate_id, {})
    busy = [span for key, span in spans.items() if key != row.pk]
    blocks = free_blocks(row.gathering_id, [row.entrepreneur_id]).get(row.entrepreneur_id, [])
    block = first_that_suits(blocks, busy, after=after, besides=besides)
    row.starts_at = row.ends_at = None
    if block is not None:
        row.starts_at, row.ends_at = block.starts_at, block.ends_at
        block.taken_by = row
        block.save(update_fields=["taken_by"])
    row.save(update_fields=["starts_at", "ends_at"])
