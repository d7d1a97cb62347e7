"""When there was last contact with candidates, as far as other rooms know. They say so in their `ready`; this room
stays below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

Source = Callable[[Sequence[UUID]], dict[UUID, datetime]]
_SOURCES: list[Source] = []


def also_in_touch(source: Source) -> None:
    """Have `source(candidate_ids)` asked for the latest contact of each that it knows of."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def latest_contact(candidate_ids: Sequence[UUID]) -> dict[UUID, datetime]:
    """The latest contact of each candidate of whom any source knows one."""
    latest: dict[UUID, datetime] = {}
    for source in _SOURCES:
        for key, moment in source(candidate_ids).items():
            latest[key] = max(latest.get(key, moment), moment)
    return latest
