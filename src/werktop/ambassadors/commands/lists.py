"""Lists that are downloaded leave a line in the trail."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell


@command(about="network")
def note_network_taken(*, actor: Actor, at: datetime, count: int) -> None:
    """The actor downloads who brought in whom: an audit line with how many lines."""
    actor.require("see_employers")
    tell(count=count)


@command(about="fellows")
def note_fellows_taken(*, actor: Actor, at: datetime, count: int) -> None:
    """The actor downloads who was named: an audit line with how many."""
    actor.require("see_employers")
    tell(count=count)


@command(about="clubs")
def note_clubs_taken(*, actor: Actor, at: datetime, count: int) -> None:
    """The actor downloads the clubs and parks: an audit line with how many."""
    actor.require("see_employers")
    tell(count=count)


@command(about="ideas")
def note_ideas_taken(*, actor: Actor, at: datetime, count: int) -> None:
    """The actor downloads the ideas of entrepreneurs: an audit line with how many."""
    actor.require("see_employers")
    tell(count=count)
