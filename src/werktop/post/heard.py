"""Who is told of what reached a guest. Under every e-mail and letter it stands who keeps what about them, and where to read
it (`writing.foot_for`): sending one is telling (GDPR art. 13 and 14). Rooms that hold people say in their `ready` who
notes that; this room stays below."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from uuid import UUID

Note = Callable[[Collection[UUID], datetime], None]
_NOTES: dict[str, Note] = {}


def when_heard(to_kind: str, note: Note) -> None:
    """Have `note(keys, at)` called, in the transaction that sends, for people of this kind to whom an e-mail or a letter
    went. It waits for nobody: who sends holds the message."""
    _NOTES[to_kind] = note


def note_heard(to_kind: str, keys: Collection[UUID], at: datetime) -> None:
    """To these people of one kind something went that says what is kept about them."""
    if keys and to_kind in _NOTES:
        _NOTES[to_kind](keys, at)
