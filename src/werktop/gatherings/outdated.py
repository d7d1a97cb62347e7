"""Which messages about a gathering have lost their sense: "until tomorrow" on the day itself, an invitation to a
gathering that is over, the question after it once no answer is taken any more. Asked by the nightly job, and by the post
when a message would leave."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.post import queries as post

from .host_messages import TO_HOSTS
from .messages import BEFOREHAND, ON_THE_DAY_TOO_LATE, TALK_ON
from .models import Gathering
from .moments import days_until
from .over import has_ended
from .queries.talks import ANSWERS_TAKEN_FOR


def outdated_purposes(gathering: Gathering, at: datetime) -> frozenset[str]:
    """The purposes of messages that do not go out any more at `at`; the day is that of the gathering's own zone."""
    if gathering.ends_at + ANSWERS_TAKEN_FOR <= at:
        return BEFOREHAND | TO_HOSTS | {TALK_ON}
    if has_ended(gathering, at):
        return BEFOREHAND | TO_HOSTS
    return ON_THE_DAY_TOO_LATE if days_until(gathering, at) <= 0 else frozenset()


def waits_too_late(gathering: Gathering, at: datetime) -> bool:
    """Whether such a message about this gathering still waits, or failed. At most one query."""
    purposes = outdated_purposes(gathering, at)
    return bool(purposes) and post.has_not_left(
        about_kind="gathering", about_ids=[gathering.pk], purposes=purposes
    )


def is_outdated(gathering_id: UUID, purpose: str, at: datetime) -> bool:
    """Whether a message of this purpose comes too late."""
    if purpose not in BEFOREHAND | TO_HOSTS | {TALK_ON}:
        return False
    gathering = Gathering.objects.filter(pk=gathering_id).first()
    return gathering is not None and purpose in outdated_purposes(gathering, at)
