"""What other rooms know of one candidate, for the candidate's page. They say so in their `ready`; this room stays below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from werktop.audit.actors import Actor


@dataclass(frozen=True)
class Moment:
    """Something on a day: words, where to read more (or ""), and whether it is still to come."""

    day: date
    words: str
    url: str = ""
    is_to_come: bool = False


Source = Callable[[Actor, UUID], list[Moment]]
_SOURCES: list[Source] = []


def also_from(source: Source) -> None:
    """Have `source(viewer, candidate_id)` asked for moments, in a number of queries that does not grow with them."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def moments_of(viewer: Actor, candidate_id: UUID) -> list[Moment]:
    """What all sources know, for who may see the candidate's file."""
    return [moment for source in _SOURCES for moment in source(viewer, candidate_id)]
