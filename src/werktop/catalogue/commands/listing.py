"""Downloads of the catalogue."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.catalogue.queries.finding import listed


@command(about="catalogue")
def note_list_taken(*, actor: Actor, at: datetime, kind: str, words: str) -> None:
    """The actor downloads the words of this kind that fit: an audit line with how many."""
    tell(count=listed(actor, kind, words).count())
