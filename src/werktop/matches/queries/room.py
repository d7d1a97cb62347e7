"""Where there is room for one more talk: in hours, and in how many talks somebody wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Q

from ..market import Wishes
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Ground, Outcome
from ..notice import TRAVEL
from ..standing import lost_among


class Span(NamedTuple):
    """When somebody has a talk or a proposal, and where: a place in words, else the key of the firm."""

    starts_at: datetime
    ends_at: datetime
    where: str


Spans = dict[UUID, dict[UUID, Span]]


def first_that_suits(
    blocks: Iterable[FreeBlock],
    busy: Iterable[Span],
    *,
    where: str,
    from_day: datetime,
    besides: datetime | None = None,
) -> FreeBlock | None:
    """The first of these blocks (first one first) that lies beside all `busy` spans, with `TRAVEL` in between where
    those are elsewhere than `where`, or None.

    `from_day`: not before this moment (`notice.first_day_from`); `besides`: not the block that begins at this moment.
    """
    spans = list(busy)
    for block in blocks:
        is_possible = block.starts_at != besides and block.starts_at >= from_day
        if is_possible and not any(_is_too_near(block, span, where) for span in spans):
            return block
    return None


def _is_too_near(block: FreeBlock, span: Span, where: str) -> bool:
    between = timedelta(0) if span.where == where else TRAVEL
    return block.starts_at < span.ends_at + between and span.starts_at - between < block.ends_at


def hours_of_people(candidate_ids: Collection[UUID], entrepreneur_ids: Collection[UUID] = ()) -> Spans:
    """When these people have talks or proposals, at whichever gathering: by the key of the person the span of each
    follow-up, by its key. One query."""
    rows = FollowUp.objects.filter(
        Q(candidate_id__in=candidate_ids) | Q(entrepreneur_id__in=entrepreneur_ids), starts_at__isnull=False
    ).annotate(firm=F("entrepreneur__employer_id"))
    wanted = {*candidate_ids, *entrepreneur_ids}
    found: Spans = {}
    for row in rows.exclude(status__in=ENDED).order_by("id"):
        if row.starts_at and row.ends_at:
            span = Span(row.starts_at, row.ends_at, row.place or str(row.firm))
            for person in wanted & {row.candidate_id, row.entrepreneur_id}:
                found.setdefault(person, {})[row.pk] = span
    return found


def busy_beside(spans: Spans, row: FollowUp) -> list[Span]:
    """What the two people of a talk have besides it."""
    both = {**spans.get(row.candidate_id, {}), **spans.get(row.entrepreneur_id, {})}
    return [span for key, span in both.items() if key != row.pk]


def talks_per_guest(gathering_id: UUID, wishes: Wishes) -> Counter[UUID]:
    """How many talks and proposals each candidate and each entrepreneur has after a gathering, by the key of the
    person. A wish that is still to be called about is not a talk yet, a proposal that stands no more none either, and
    what was not held takes no room.
    """
    return talks_among(FollowUp.objects.filter(gathering_id=gathering_id).order_by("id"), wishes)


def talks_among(rows: Iterable[FollowUp], wishes: Wishes) -> Counter[UUID]:
    """The same, for who has read the follow-ups of a gathering."""
    talks = [
        row
        for row in rows
        if row.status not in ENDED
        and row.outcome != Outcome.NOT_HELD
        and not (row.ground == Ground.CALL and row.status == FollowUpStatus.PROPOSED)
    ]
    lost = lost_among([row for row in talks if row.status == FollowUpStatus.PROPOSED], wishes)
    return Counter(
        key for row in talks if row.pk not in lost for key in (row.candidate_id, row.entrepreneur_id)
    )
