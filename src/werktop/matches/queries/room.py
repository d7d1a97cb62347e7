"""Where there is room for one more talk: in hours, and in how many talks somebody wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from ..market import Wishes
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Ground
from ..standing import lost_among

Span = tuple[datetime, datetime]


def first_that_suits(
    blocks: Iterable[FreeBlock],
    busy: Collection[Span],
    *,
    after: datetime | None = None,
    besides: datetime | None = None,
) -> FreeBlock | None:
    """The first of these blocks (first one first) that lies beside all `busy` spans, or None.

    `after`: not before this moment; `besides`: not the block that begins at this moment.
    """
    for block in blocks:
        is_possible = block.starts_at != besides and (after is None or block.starts_at > after)
        if is_possible and not any(block.starts_at < end and start < block.ends_at for start, end in busy):
            return block
    return None


def hours_of_candidates(candidate_ids: Collection[UUID]) -> dict[UUID, dict[UUID, Span]]:
    """When these candidates have talks or proposals, at whichever gathering: per candidate the span of each
    follow-up, by its key. One query."""
    rows = FollowUp.objects.filter(candidate_id__in=candidate_ids, starts_at__isnull=False)
    found: dict[UUID, dict[UUID, Span]] = {}
    for row in rows.exclude(status__in=ENDED).order_by("id"):
        if row.starts_at and row.ends_at:
            found.setdefault(row.candidate_id, {})[row.pk] = (row.starts_at, row.ends_at)
    return found


def talks_per_guest(gathering_id: UUID, wishes: Wishes) -> Counter[UUID]:
    """How many talks and proposals each candidate and each entrepreneur has after a gathering, by the key of the
    person. A wish that is still to be called about is not a talk yet, and a proposal that stands no more none either.
    """
    rows = FollowUp.objects.filter(gathering_id=gathering_id).exclude(status__in=ENDED)
    talks = list(rows.exclude(ground=Ground.CALL, status=FollowUpStatus.PROPOSED))
    lost = lost_among([row for row in talks if row.status == FollowUpStatus.PROPOSED], wishes)
    return Counter(
        key for row in talks if row.pk not in lost for key in (row.candidate_id, row.entrepreneur_id)
    )
