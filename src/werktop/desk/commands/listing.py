"""A list of candidates goes out of the house."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates import queries as candidates

from ..queries import ListAsked, listed_candidates


@command(about="candidates")
def note_list_taken(
    *, actor: Actor, at: datetime, asked: ListAsked | None = None, ticked: frozenset[UUID] = frozenset()
) -> None:
    """The actor downloads the candidates who fit what is `asked`, or those who are ticked: an audit line with how many."""
    actor.require("see_candidates")
    if asked is None:
        found = candidates.candidates_visible_to(actor, with_left=True).filter(pk__in=ticked)
    else:
        found = listed_candidates(actor, asked)
    tell(count=found.order_by().count())


@command(about="candidates")
def note_totals_taken(*, actor: Actor, at: datetime, count: int) -> None:
    """The actor downloads the totals of so many candidates: an audit line with how many."""
    actor.require("see_totals")
    tell(count=count)
