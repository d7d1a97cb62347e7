"""With whom else a candidate could talk on: entrepreneurs who were there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.employers import queries as employers

from ..market import Wishes
from ..models import FollowUp, FollowUpStatus
from .talks import Talk, free_blocks


@dataclass(frozen=True)
class Other:
    """Another entrepreneur for a candidate. `wish` says who wants to talk on: "both", "candidate", "entrepreneur" or
    "" (nobody said so); `starts_at` is the first free block."""

    entrepreneur: Any
    wish: str
    starts_at: datetime | None

    @property
    def key(self) -> str:
        """What a form sends for it."""
        return f"other:{self.entrepreneur.pk}"


def others_for(gathering_id: UUID, talks: list[Talk], wishes: Wishes) -> dict[UUID, list[Other]]:
    """For the candidates of these talks the entrepreneurs with whom they have no talk or proposal, those of a wish
    first. A constant number of queries; the caller has checked who asks."""
    if not talks:
        return {}
    people = employers.entrepreneurs_by_id(wishes.entrepreneurs)
    free = free_blocks(gathering_id)
    taken = set(
        FollowUp.objects.filter(gathering_id=gathering_id)
        .exclude(status=FollowUpStatus.DROPPED)
        .values_list("candidate_id", "entrepreneur_id")
    )
    found = {}
    for candidate in {talk.row.candidate_id for talk in talks}:
        rows = []
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
            blocks = free.get(key, [])
            rows.append(Other(person, wish, blocks[0].starts_at if blocks else None))
        found[candidate] = sorted(rows, key=_order)
    return found


def _order(other: Other) -> tuple[int, str, str]:
    place = ("both", "candidate", "entrepreneur", "").index(other.wish)
    return (place, other.entrepreneur.name.casefold(), str(other.entrepreneur.pk))
