"""What rows said before they were changed, with until when and by whom. For the history that a page tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from werktop.audit.keys import key_in
from werktop.audit.versions import done_at

from .queries import accounts_by_id


@dataclass(frozen=True)
class Line:
    """How a row stood from `at` on, as `by` left it ("" where nobody is left to name)."""

    row: Any
    at: datetime
    by: str


@dataclass(frozen=True)
class Changed:
    """One change: the line of history that stood there until `until`, the names that it changed, and by whom ("" where nobody is
    left to name)."""

    before: Any
    names: tuple[str, ...]
    until: datetime
    by: str


def lines_of(model: Any, key: UUID, *joined: str) -> list[Line]:
    """The history of the row with this key, the first line first, with what `joined` names. Two queries; the caller has checked
    who looks."""
    history = model.pgh_event_model.objects.filter(pgh_obj_id=key)
    rows = list(history.select_related("pgh_context", *joined).order_by("pgh_id"))
    who = [key_in(row.pgh_context.metadata.get("actor")) if row.pgh_context else None for row in rows]
    people = accounts_by_id({each for each in who if each})
    return [
        Line(row, done_at(row) or row.pgh_created_at, people[by].name if by in people else "")
        for row, by in zip(rows, who, strict=True)
    ]


def changes_of(model: Any, key: UUID, names: Sequence[str]) -> list[Changed]:
    """Each change of one of `names` of the row with this key, the last first. Two queries; the caller has checked who looks."""
    found = []
    for before, now in pairwise(lines_of(model, key)):
        if changed := tuple(name for name in names if getattr(before.row, name) != getattr(now.row, name)):
            found.append(Changed(before.row, changed, now.at, now.by))
    return found[::-1]


@dataclass(frozen=True)
class Earlier:
    """What stood there until it was changed at `until`, by whom ("" where nobody is left to name), in words."""

    words: str
    until: datetime
    by: str


def in_words_of(changes: Iterable[Changed], say: Callable[[Any, str], str]) -> list[Earlier]:
    """These changes, each with `say(line, name)` of all that it changed; one of which nothing is to say is left out."""
    told = ((each, [say(each.before, name) for name in each.names]) for each in changes)
    return [
        Earlier(words, each.until, each.by) for each, said in told if (words := "; ".join(filter(None, said)))
    ]
