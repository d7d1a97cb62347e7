"""Messages that have lost their sense: "until tomorrow" on the day itself, an invitation to a gathering that is over."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.post.commands import withdraw_messages

from ..messages import BEFOREHAND, ON_THE_DAY_TOO_LATE
from ..models import Gathering, GatheringStatus
from ..moments import days_until


@command(about="gathering")
def withdraw_outdated(*, actor: Actor, at: datetime, gathering_id: UUID) -> int:
    """What waits and was meant for before the gathering (letters that nobody printed, mails that could not go out)
    goes out no more; from the day itself on, what says "tomorrow". Returns how many; 0 before that day. Doing it again
    changes nothing.

    The question after the talk stays: it has its own purpose. Called when the day ends, and by the nightly job.
    """
    gathering = Gathering.objects.get(pk=gathering_id)
    is_over = gathering.status == GatheringStatus.FINISHED or gathering.ends_at <= at
    if not is_over and days_until(gathering, at) > 0:
        return 0
    purposes = BEFOREHAND if is_over else ON_THE_DAY_TOO_LATE
    count = withdraw_messages(
        actor=actor, at=at, about_kind="gathering", about_id=gathering.pk, purposes=purposes
    )
    tell(count=count)
    return count
