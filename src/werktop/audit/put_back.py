"""A row that was taken away stands there again under its own key: rooms above that let something hang on it put that back too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

PutBack = Callable[[Any], None]
_ALSO: dict[str, list[PutBack]] = {}


def when_put_back(label: str, then: PutBack) -> None:
    """Have `then(row)` called, in the same transaction, where a row of the model `label` was put back. Said once, in a room's
    `ready`."""
    known = _ALSO.setdefault(label, [])
    if then not in known:
        known.append(then)


def was_put_back(row: Any) -> None:
    """This row stands there again. Call it inside the command that put it back."""
    for then in _ALSO.get(row._meta.label, ()):
        then(row)
