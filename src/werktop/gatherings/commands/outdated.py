"""Messages that have lost their sense: "until tomorrow" on the day itself, an invitation to a gathering that is over."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.post.commands import withdraw_messages

from ..models import Gathering
from ..outdated import outdated_purposes


@command(about="gathering")
def withdraw_outdated(*, actor: Actor, at: datetime, gathering_id: UUID) -> int:
    """What waits and was meant for before the gathering (letters that nobody printed, mails that could not go out)
    goes out no more, letters as too late; from the day itself on, what says "tomorrow". Returns how many; 0 before that
    day. Doing it again changes nothing.

    The question after the talk stays until no answer to it is taken any more. Called when the day ends, and by the nightly job.
    """
    purposes = outdated_purposes(Gathering.objects.get(pk=gathering_id), at)
    if not purposes:
        return 0
    count = withdraw_messages(
        actor=actor, at=at, about_kind="gathering", about_id=gathering_id, purposes=purposes, is_over=True
    )
    tell(count=count)
    return count
