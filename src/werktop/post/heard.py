"""Who is told of what reached a guest. Under every e-mail and letter it stands who keeps what about them, and where to read
it (`writing.foot_for`): sending one is telling (GDPR art. 13 and 14). A message that brings somebody to an own page tells when
that page is opened: it may be unread, or at a wrong address. Rooms that hold people say in their `ready` who notes that; this
room stays below."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from uuid import UUID

Note = Callable[[Collection[UUID], datetime], None]
_NOTES: dict[str, Note] = {}
_WHEN_OPENED: set[str] = set()


def when_heard(to_kind: str, note: Note) -> None:
    """Have `note(keys, at)` called, in the transaction that sends, for people of this kind to whom an e-mail or a letter
    went. It waits for nobody: who sends holds the message."""
    _NOTES[to_kind] = note


def note_heard(to_kind: str, keys: Collection[UUID], at: datetime) -> None:
    """To these people of one kind something went that says what is kept about them."""
    if keys and to_kind in _NOTES:
        _NOTES[to_kind](keys, at)


def heard_when_opened(about_kind: str) -> None:
    """Messages about this kind tell nobody by being sent: what they lead to does, when it is opened. Said in a room's `ready`."""
    _WHEN_OPENED.add(about_kind)


def is_heard_when_sent(about_kind: str) -> bool:
    """Whether an e-mail about this kind tells by being sent."""
    return about_kind not in _WHEN_OPENED
