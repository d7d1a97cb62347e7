"""A list of candidates goes out of the house."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell


@command(about="candidates")
def note_list_taken(*, actor: Actor, at: datetime, count: int) -> None:
    """The actor downloads a list of `count` candidates: an audit line."""
    actor.require("see_candidates")
    tell(count=count)
