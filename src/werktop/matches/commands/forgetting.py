"""Wishes of one side do not stay: a call that nobody took further is forgotten with its history."""

from __future__ import annotations

from datetime import datetime, timedelta

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase

from ..models import FollowUp, FollowUpStatus, Ground

FORGET_AFTER = timedelta(days=30)


@command(about="follow_ups")
def forget_unshared_wishes(*, actor: Actor, at: datetime) -> int:
    """Delete proposals to call that were never sent and are thirty days old, history included (`domain.md`, law and
    decency: clicks of one side). For the nightly job; gives how many went. Doing it again changes nothing."""
    actor.require("forget")
    old = FollowUp.objects.select_for_update().filter(
        ground=Ground.CALL,
        status__in=(FollowUpStatus.PROPOSED, FollowUpStatus.DROPPED),
        made_at__lt=at - FORGET_AFTER,
    )
    count = 0
    for row in old.order_by("id"):
        erase(row)
        count += 1
    tell(count=count)
    return count
