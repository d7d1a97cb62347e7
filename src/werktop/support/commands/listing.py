"""Downloads of what was agreed."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.support.queries.practices import side_by_side


@command(about="agreements")
def note_agreements_taken(*, actor: Actor, at: datetime, is_only_different: bool) -> None:
    """The actor downloads what was agreed, with the differences: an audit line with how many subjects."""
    tell(count=len(side_by_side(actor.region_id, is_only_different=is_only_different)))
