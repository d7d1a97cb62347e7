"""A list of candidates goes out of the house."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell

from ..queries import Filters, found_candidates


@command(about="candidates")
def note_list_taken(*, actor: Actor, at: datetime, filters: Filters) -> None:
    """The actor downloads the candidates that fit `filters`: an audit line with how many."""
    actor.require("see_candidates")
    tell(count=found_candidates(actor, filters).count())
