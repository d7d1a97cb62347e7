"""When there was last contact with candidates, as far as other rooms know. They say so in their `ready`; this room
stays below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

Source = Callable[[Sequence[UUID]], dict[UUID, datetime]]
_SOURCES: list[Source] = []
_SPOKEN: list[Source] = []


def also_in_touch(source: Source, *, is_spoken: bool = False) -> None:
    """Have `source(candidate_ids)` asked for the latest contact of each that it knows of. `is_spoken`: a colleague spoke
    with them then."""
    if source not in _SOURCES:
        _SOURCES.append(source)
    if is_spoken and source not in _SPOKEN:
        _SPOKEN.append(source)


def latest_contact(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest contact of each candidate of whom any source knows one."""
    return _latest(_SOURCES, candidate_ids)


def latest_spoken(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest time that a colleague spoke with each candidate, of whom any source knows one."""
    return _latest(_SPOKEN, candidate_ids)


def _latest(sources: list[Source], candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    latest: dict[UUID, datetime] = {}
    for source in sources:
        for key, moment in source(candidate_ids).items():
            latest[key] = max(latest.get(key, moment), moment)
    return latest
