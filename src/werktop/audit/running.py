"""What still runs with a person, or for work: appointments, invitations, proposals. The rooms above say in their `ready` how to
find it and how to end it; the rooms that hold people and work stay below and ask here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from .actors import Actor


@dataclass(frozen=True)
class Running:
    """One thing that runs, in words for a colleague. `to_call` names who is told by telephone alone ("Joris, 0612…"),
    or is "". `people` are those whom the words name, for the processing log."""

    words: str
    to_call: str = ""
    people: tuple[tuple[str, UUID], ...] = ()


Look = Callable[[Actor, Any, datetime], list[Running]]
End = Callable[[Actor, Any, datetime], None]
_LOOKS: dict[str, list[Look]] = {}
_ENDS: dict[str, list[End]] = {}
_STOPS: dict[str, list[End]] = {}


def runs_with(label: str, look: Look, end: End | None = None, stop: End | None = None) -> None:
    """Have `look(viewer, person, at)` asked what runs with a row of the model `label`.

    `end(actor, person, at)` is called in the command that erases the person, before anything goes: it tells the other
    side. `stop(actor, person, at)` in the command by which the person stops: the rows stay, and go on no more.
    """
    for known, said in ((_LOOKS, look), (_ENDS, end), (_STOPS, stop)):
        there: list[Any] = known.setdefault(label, [])
        if said is not None and said not in there:
            there.append(said)


def running_with(viewer: Actor, person: Any, at: datetime) -> list[Running]:
    """Everything that runs with this person, as far as the viewer may read it."""
    return [each for look in _LOOKS.get(person._meta.label, ()) for each in look(viewer, person, at)]


def end_all_with(actor: Actor, person: Any, at: datetime) -> None:
    """Tell everybody else that it does not go on. Call it inside the command that erases, with the person locked."""
    for end in _ENDS.get(person._meta.label, ()):
        end(actor, person, at)


def stop_all_with(actor: Actor, person: Any, at: datetime) -> None:
    """End what runs with somebody who stops, and tell who counted on it. Call it inside the command that notes it, with
    what hangs on the person held (`erasure.hold_around`) and the person locked."""
    for stop in _STOPS.get(person._meta.label, ()):
        stop(actor, person, at)
