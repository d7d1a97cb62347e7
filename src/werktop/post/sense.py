"""Whether a message that waits still makes sense, asked when it would leave. Rooms above say so in their `ready`; this
room stays below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

Outdated = Callable[[UUID, str, datetime], bool]
_ASKED: dict[str, Outdated] = {}


def outdated_when(about_kind: str, is_outdated: Outdated) -> None:
    """Have `is_outdated(about_id, purpose, at)` asked before a message about a thing of this kind leaves."""
    _ASKED[about_kind] = is_outdated


def has_lost_its_sense(about_kind: str, about_id: UUID, purpose: str, at: datetime) -> bool:
    """Whether the room that the message is about says that it is too late for it."""
    ask = _ASKED.get(about_kind)
    return ask is not None and ask(about_id, purpose, at)
