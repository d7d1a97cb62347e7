"""A chance at an employer becomes work."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.employers import queries as employers
from werktop.employers.commands import settle_chance
from werktop.work_profiles.refusals import ChanceIsSettled

from .noting import note_work_profile


@command(about="work_profile")
def note_work_of_chance(
    *, actor: Actor, at: datetime, chance_id: UUID, employer_id: UUID, what: str, **facts: Any
) -> UUID:
    """What was a chance is work now: the work is noted and the chance says what it became, both or neither. Refuses
    `ChanceIsSettled` where a colleague, or another window, was first, and as `note_work_profile` does. Returns the key of the work
    profile."""
    actor.require("edit_employers")
    chance = employers.held_chance(actor, chance_id)
    if chance.employer_id != employer_id:
        raise NotVisible()
    if chance.closed_at is not None:
        raise ChanceIsSettled()
    made: UUID = note_work_profile(actor=actor, at=at, employer_id=employer_id, what=what, **facts)
    settle_chance(actor=actor, at=at, chance_id=chance_id, status="work", work_profile_id=made)
    return made
