"""Which hours are no choice for a talk, since one of the two has something else then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from .room import Span, Spans, hours_of_people
from .talks import Talk


def spans_of(talks: Sequence[Talk], others: Iterable[UUID] = ()) -> Spans:
    """When the people of these talks, and these other entrepreneurs, have something, at whichever gathering. Two queries
    at most; the caller has checked who asks."""
    if not talks:
        return {}
    entrepreneurs = {talk.row.entrepreneur_id for talk in talks}
    return hours_of_people({talk.row.candidate_id for talk in talks}, entrepreneurs | set(others))


def does_clash(spans: Iterable[Span], starts_at: datetime | None, ends_at: datetime | None) -> bool:
    """Whether any of these lies in this hour; without an hour nothing does."""
    if starts_at is None or ends_at is None:
        return False
    return any(span.starts_at < ends_at and starts_at < span.ends_at for span in spans)
