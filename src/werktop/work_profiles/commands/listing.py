"""The list of work, taken away."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.work_profiles.queries.listing import WorkFilters, found_work_profiles


@command(about="work_profiles")
def note_work_list_taken(*, actor: Actor, at: datetime, filters: WorkFilters) -> None:
    """The actor downloads the work that fits `filters`: an audit line with how much."""
    actor.require("see_employers")
    tell(count=found_work_profiles(actor, filters).count())
