"""People who stand in several lists of one page, read once for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers


@dataclass(frozen=True)
class People:
    """Candidates and entrepreneurs by their keys."""

    candidates: dict[UUID, Any]
    entrepreneurs: dict[UUID, Any]


def people_of(candidate_ids: Iterable[UUID], entrepreneur_ids: Iterable[UUID]) -> People:
    """These people: two queries for any number, one where there are none of a kind."""
    return People(
        candidates.candidates_by_id(sorted(set(candidate_ids))),
        employers.entrepreneurs_by_id(sorted(set(entrepreneur_ids))),
    )
