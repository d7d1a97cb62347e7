"""With whom else a candidate could talk on: entrepreneurs who were there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from ..market import Wishes
from ..models import FollowUp, FollowUpStatus
from .refused import Refused, refused_by_candidate
from .room import Spans, first_that_suits, talks_among
from .talks import Talk, free_blocks


@dataclass(frozen=True)
class Other:
    """Another entrepreneur for a candidate. `wish` says who wants to talk on: "both", "candidate", "entrepreneur" or
    "" (nobody said so); `starts_at` is the hour that the talk would get; `is_full` that there are as many talks as the
    entrepreneur wants."""

    entrepreneur: Any
    wish: str
    starts_at: datetime | None
    is_full: bool

    @property
    def key(self) -> str:
        """What a form sends for it."""
        return f"other:{self.entrepreneur.pk}"


def others_for(
    gathering_id: UUID,
    talks: list[Talk],
    wishes: Wishes,
    people: Mapping[UUID, Any],
    spans: Spans,
    refused: Refused,
    *,
    from_day: datetime,
) -> dict[UUID, list[Other]]:
    """For each of these talks, by its key, the entrepreneurs with whom its candidate could talk in its place: has no
    talk or proposal yet, those of a wish first; from `from_day` on. Two queries; the caller has
    checked who asks, and read the entrepreneurs who were there (`people`, by key), when all of them have something
    (`spans`) and which hours of these talks were `refused`."""
    if not talks:
        return {}
    free = free_blocks(gathering_id)
    rows_there = list(
        FollowUp.objects.filter(gathering_id=gathering_id).exclude(status=FollowUpStatus.DROPPED)
    )
    taken = {(row.candidate_id, row.entrepreneur_id) for row in rows_there}
    counts = talks_among(rows_there, wishes)
    found = {}
    for talk in talks:
        candidate, rows = talk.row.candidate_id, []
        busy = [span for key, span in spans.get(candidate, {}).items() if key != talk.row.pk]
        for key, person in people.items():
            if (candidate, key) in taken:
                continue
            by_one = key in wishes.chosen_by_candidate.get(candidate, set())
            by_other = candidate in wishes.chosen_by_entrepreneur.get(key, set())
            wish = (
                "both"
                if by_one and by_other
                else "candidate"
                if by_one
                else "entrepreneur"
                if by_other
                else ""
            )
            block = first_that_suits(
                free.get(key, []),
                [*busy, *spans.get(key, {}).values()],
                where=str(person.employer_id),
                from_day=from_day,
                besides=refused_by_candidate(refused.get(talk.row.pk, {})),
            )
            # what they agreed aloud stands, also above the maximum
            is_full = counts[key] >= wishes.most[key] and (candidate, key) not in wishes.facts
            rows.append(Other(person, wish, block.starts_at if block else None, is_full))
        found[talk.row.pk] = sorted(rows, key=_order)
    return found


def _order(other: Other) -> tuple[int, str, str]:
    place = ("both", "candidate", "entrepreneur", "").index(other.wish)
    return (place, other.entrepreneur.name.casefold(), str(other.entrepreneur.pk))
