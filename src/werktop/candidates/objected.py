"""What ends where a candidate objects. The rooms above say in their `ready` how to end it; this room stays below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor

End = Callable[[Actor, Any, datetime], None]
_ENDS: dict[str, list[End]] = {}


def ends_at_objection(kind: str, end: End) -> None:
    """Have `end(actor, candidate, at)` called in the command by which a candidate makes an objection of this kind, with the
    candidate locked: what ran goes on no more, and begins anew only where it is asked again."""
    known = _ENDS.setdefault(kind, [])
    if end not in known:
        known.append(end)


def end_all_at_objection(actor: Actor, candidate: Any, kind: str, at: datetime) -> None:
    """End what this objection forbids. Call it inside the command that notes it, with the candidate locked."""
    for end in _ENDS.get(kind, ()):
        end(actor, candidate, at)
