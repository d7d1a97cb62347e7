"""The first hour at which two people can talk."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from werktop.employers import queries as employers

from ..models import FollowUp
from ..notice import first_day_from
from ..queries.refused import refused_hours
from ..queries.room import busy_beside, first_that_suits, hours_of_people
from ..queries.talks import free_blocks


def take_first_block(row: FollowUp, *, at: datetime, besides: Collection[datetime] = ()) -> None:
    """Propose the entrepreneur's first free block with enough notice from `at` on, beside what the two have already
    and none that was refused for this talk before; without one, no time.

    `besides`: not the blocks that begin at one of these. The caller holds the hours (`lock_hours`).
    """
    busy = busy_beside(hours_of_people([row.candidate_id], [row.entrepreneur_id]), row)
    blocks = free_blocks(row.gathering_id, [row.entrepreneur_id]).get(row.entrepreneur_id, [])
    person = employers.entrepreneurs_by_id([row.entrepreneur_id])[row.entrepreneur_id]
    block = first_that_suits(
        blocks,
        busy,
        where=row.place or str(person.employer_id),
        from_day=first_day_from(at, row.gathering.time_zone),
        besides={*besides, *refused_hours([row.pk]).get(row.pk, ())},
    )
    row.starts_at = row.ends_at = None
    if block is not None:
        row.starts_at, row.ends_at = block.starts_at, block.ends_at
        block.taken_by = row
        block.save(update_fields=["taken_by"])
    row.save(update_fields=["starts_at", "ends_at"])
