"""Where there is room for one more talk: in hours, and in how many talks somebody wants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db.models import F, Q

from werktop.gatherings.queries.promised_hours import promised_hours

from ..market import Wishes
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Ground, Outcome
from ..notice import TRAVEL
from ..standing import lost_among, who_answered_otherwise


class Span(NamedTuple):
    """When somebody has a talk, a proposal or a gathering, and where: a place in words, else the key of the firm.
    `gathering` names the gathering ("" for a talk); `is_waiting`: for a chair there."""

    starts_at: datetime
    ends_at: datetime
    where: str
    gathering: str = ""
    is_waiting: bool = False


Spans = dict[UUID, dict[UUID, Span]]
"""By the key of a person what that person has, by the key of the follow-up or the gathering."""


def first_that_suits(
    blocks: Iterable[FreeBlock],
    busy: Iterable[Span],
    *,
    where: str,
    from_day: datetime,
    besides: Collection[datetime] = (),
) -> FreeBlock | None:
    """The first of these blocks (first one first) that lies beside all `busy` spans, with `TRAVEL` in between where
    those are elsewhere than `where`, or None.

    `from_day`: not before this moment (`notice.first_day_from`); `besides`: not the blocks that begin at one of these.
    """
    spans = list(busy)
    for block in blocks:
        is_possible = block.starts_at not in besides and block.starts_at >= from_day
        if is_possible and lies_beside(block.starts_at, block.ends_at, spans, where=where):
            return block
    return None


def lies_beside(starts_at: datetime, ends_at: datetime, busy: Iterable[Span], *, where: str) -> bool:
    """Whether an hour at `where` lies beside all `busy` spans, with `TRAVEL` in between where those are elsewhere."""
    for span in busy:
        between = timedelta(0) if span.where == where else TRAVEL
        if starts_at < span.ends_at + between and span.starts_at - between < ends_at:
            return False
    return True


def hours_of_people(candidate_ids: Collection[UUID], entrepreneur_ids: Collection[UUID] = ()) -> Spans:
    """When these people have talks, proposals or gatherings to which they said yes or for which they wait. Two queries."""
    found = hours_of_gatherings(candidate_ids, entrepreneur_ids)
    for person, spans in hours_of_talks(candidate_ids, entrepreneur_ids).items():
        found.setdefault(person, {}).update(spans)
    return found


def hours_of_gatherings(candidate_ids: Collection[UUID], entrepreneur_ids: Collection[UUID] = ()) -> Spans:
    """When these people come to a gathering or a preparation, or wait for a chair there. One query."""
    found: Spans = {}
    for each in promised_hours(candidate_ids, entrepreneur_ids):
        span = Span(each.starts_at, each.ends_at, each.where, each.place_name, each.is_waiting)
        found.setdefault(each.person_id, {})[each.gathering_id] = span
    return found


def gathering_at_that_hour(
    spans: Spans, people: Iterable[UUID], starts_at: datetime | None, ends_at: datetime | None
) -> tuple[UUID, Span] | None:
    """Which of these people is at a gathering between these moments, and the span of it; None where nobody is. Only
    what lies over it counts, not the way there: a colleague who sends a talk may know better."""
    if starts_at is None or ends_at is None:
        return None
    for person in people:
        for span in spans.get(person, {}).values():
            if span.gathering and starts_at < span.ends_at and span.starts_at < ends_at:
                return person, span
    return None


def hours_of_talks(candidate_ids: Collection[UUID], entrepreneur_ids: Collection[UUID] = ()) -> Spans:
    """When these people have talks or proposals, of whichever gathering. One query."""
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
    person. A wish that is still to be called about is not a talk yet (nor what was agreed aloud, where one of the two
    answered otherwise since), a proposal that stands no more none either, and what was not held takes no room.
    """
    return talks_among(FollowUp.objects.filter(gathering_id=gathering_id).order_by("id"), wishes)


def talks_among(rows: Iterable[FollowUp], wishes: Wishes) -> Counter[UUID]:
    """The same, for who has read the follow-ups of a gathering."""
    talks = [
        row
        for row in rows
        if row.status not in ENDED
        and row.outcome != Outcome.NOT_HELD
        and not (
            row.status == FollowUpStatus.PROPOSED
            and (row.ground == Ground.CALL or who_answered_otherwise(row, wishes) is not None)
        )
    ]
    lost = lost_among([row for row in talks if row.status == FollowUpStatus.PROPOSED], wishes)
    return Counter(
        key for row in talks if row.pk not in lost for key in (row.candidate_id, row.entrepreneur_id)
    )
