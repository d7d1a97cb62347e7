"""Somebody stands at the door who is not on the guest list: on it, and in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command

from ..day_refusals import DayNotRunning, TapUnclear
from ..messages import way_to
from ..models import GatheringStatus, Guest, GuestKind, Reply
from ..queries.day import gathering_to_lead
from .day import check_in
from .guests import choose_guests


@command(about="gathering")
def let_walk_in(*, actor: Actor, at: datetime, gathering_id: UUID, kind: str, person_id: UUID) -> UUID:
    """Put a candidate or an entrepreneur on the list, as one who said yes, and let them in; gives the guest's key.

    Who is on the list already is only let in. Nothing is sent: they are here; what comes later
    reaches them as they prefer. For who leads the day, while it runs;
    `NotVisible` for a person whom the actor may not choose.
    """
    gathering = gathering_to_lead(actor, gathering_id)
    if gathering.status != GatheringStatus.RUNNING:
        raise DayNotRunning()
    if kind not in GuestKind.values:
        raise TapUnclear()
    people = {f"{kind}_ids": [person_id]}
    choose_guests(actor=actor, at=at, gathering_id=gathering.pk, **people)
    guest = Guest.objects.get(gathering=gathering, **{f"{kind}_id": person_id})
    if guest.reply != Reply.YES:
        guest.reply, guest.replied_at, guest.waiting_since_at = Reply.YES, at, None
        # who was never invited stays so: results do not count an invitation that nobody sent
        guest.channel = guest.channel or way_to(guest)
        guest.save()
    check_in(actor=actor, at=at, guest_id=guest.pk)
    return guest.pk
