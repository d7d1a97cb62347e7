"""Messages that have lost their sense: an invitation or a reminder to a gathering that is over."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.post.commands import withdraw_messages

from ..messages import BEFOREHAND
from ..models import Gathering, GatheringStatus


@command(about="gathering")
def withdraw_outdated(*, actor: Actor, at: datetime, gathering_id: UUID) -> int:
    """What waits and was meant for before the gathering (letters that nobody printed, mails that could not go out)
    goes out no more. Returns how many; 0 while the gathering is still to come. Doing it again changes nothing.

    The question after the talk stays: it has its own purpose. Called when the day ends, and by the nightly job.
    """
    gathering = Gathering.objects.get(pk=gathering_id)
    if gathering.status != GatheringStatus.FINISHED and gathering.ends_at > at:
        return 0
    count = withdraw_messages(
        actor=actor, at=at, about_kind="gathering", about_id=gathering.pk, purposes=BEFOREHAND
    )
    tell(count=count)
    return count
