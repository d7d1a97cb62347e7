"""A list goes out of the house."""

from __future__ import annotations

from datetime import datetime

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.contacts.queries.listing import MomentFilters, ReminderFilters, found_moments, found_reminders


@command(about="contact_moments")
def note_moments_taken(*, actor: Actor, at: datetime, filters: MomentFilters) -> None:
    """The actor downloads the contact moments that fit `filters`: an audit line with how many."""
    actor.require("see_candidates")
    tell(count=found_moments(actor, filters).count())


@command(about="reminders")
def note_reminders_taken(*, actor: Actor, at: datetime, filters: ReminderFilters) -> None:
    """The actor downloads the reminders that fit `filters`: an audit line with how many."""
    actor.require("see_candidates")
    tell(count=found_reminders(actor, filters, at).count())
