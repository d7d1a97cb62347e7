"""Talks of somebody who is erased: nobody waits for who does not come."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor

from .. import messages
from ..queries.running import running_talks
from .calling_off import make_step


def end_talks_of(actor: Actor, person: Any, at: datetime) -> None:
    """Tell the other side of each talk that it does not go on, without a name and without a reason; a candidate whose
    entrepreneur goes gets a next step by a person. For the command that erases, which holds the hours; the hour of a
    talk is free for others when the talk goes."""
    is_candidate = person._meta.model_name == "candidate"
    for talk in running_talks(person, at):
        messages.tell_talk_is_gone(
            actor=actor, at=at, talk=talk, to="entrepreneur" if is_candidate else "candidate"
        )
        if not is_candidate:
            talk.row.unsuitable_by = "entrepreneur"
            make_step(talk.row, at)
