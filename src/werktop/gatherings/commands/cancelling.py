"""A gathering that does not take place: who knew of it hears so, by a message or by a call."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell

from .. import host_messages, messages
from ..models import GatheringStatus, Guest
from ..queries.gatherings import gathering_to_edit, gathering_to_rearrange
from ..queries.hearing import TO_CALL, another_day_heard, ways_to_hear
from .calling import note_news_for_firm


@command(about="gathering")
def cancel_gathering(*, actor: Actor, at: datetime, gathering_id: UUID, reason: str = "") -> int:
    """It does not go on, nor do its preparations. Messages that wait are withdrawn, everyone who heard of it is told
    (calendars included) or stands on the list of calls, who hosts a table gets an e-mail, and the links say so. Doing it
    again changes nothing. Returns how many are told."""
    gathering = gathering_to_edit(actor, gathering_id)
    if gathering.status == GatheringStatus.CANCELLED:
        return 0
    gathering = gathering_to_rearrange(gathering)
    gathering.status, gathering.cancelled_at = GatheringStatus.CANCELLED, at
    gathering.cancel_reason = reason.strip()[:200]
    gathering.save()
    messages.hold_invitations(gathering)
    note_news_for_firm(gathering, at)
    # before anything is withdrawn: whose invitation still waits has not heard of it, and need not
    ways = {key: way for key, way in ways_to_hear(gathering, at).items() if way}
    heard = list(Guest.objects.filter(pk__in=ways).order_by("id"))
    was = another_day_heard(heard, gathering)
    messages.withdraw_what_waits(actor=actor, at=at, gathering=gathering)
    # what a change before this left to call about is past, also for who said no since or never heard of it
    Guest.objects.filter(gathering=gathering).exclude(hears_by="").update(hears_by="", called_at=None)
    for guest in heard:
        guest.hears_by, guest.called_at = ways[guest.pk], None
    Guest.objects.bulk_update(heard, ["hears_by", "called_at"])
    written = [guest for guest in heard if guest.hears_by not in TO_CALL]
    told = messages.tell_all(
        actor=actor, at=at, gathering=gathering, guests=written, purpose="cancelled", was=was
    )
    host_messages.tell_hosts(
        actor=actor,
        at=at,
        gathering=gathering,
        purpose=host_messages.CANCELLED,
        known=host_messages.last_heard(gathering),
    )
    for preparation in gathering.preparations.filter(status=GatheringStatus.PREPARING).order_by("id"):
        told += cancel_gathering(actor=actor, at=at, gathering_id=preparation.pk, reason=reason)
    tell(told=told)
    return told
