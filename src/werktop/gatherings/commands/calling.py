"""Noting that a guest was called: a gathering changes or does not take place, or this guest is off its list."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.post.commands import withdraw_messages

from ..models import Guest
from ..queries.gatherings import gathering_for, lock_gathering
from ..queries.hearing import OFF, TO_TICK
from ..refusals import GuestNeedsNoCall
from .guests import take_off


@command(about="guest")
def note_called(
    *, actor: Actor, at: datetime, gathering_id: UUID, guest_id: UUID, is_called: bool = True
) -> None:
    """This guest knows by telephone what changed, or that it does not go on; or not yet, where that was ticked by mistake.

    The organisation that the guest belongs to calls: `NotVisible` for every other. `GuestNeedsNoCall`
    where it is on no list of calls. Noting it again keeps the first moment. Whom another organisation takes off the list
    is off it now, together with what waits for this guest.
    """
    actor.require("plan_gatherings")
    gathering = gathering_for(actor, gathering_id)
    own = Guest.objects.filter(gathering=gathering, pk=guest_id, organisation_id=actor.organisation_id)
    if own.filter(hears_by=OFF).exists():
        # a chair comes free: the gathering is held before its guests
        lock_gathering(gathering.pk)
    guest = own.select_for_update(of=("self",)).first()
    if guest is None:
        raise NotVisible()
    if guest.hears_by == OFF:
        if is_called:
            to_id = guest.candidate_id
            withdraw_messages(actor=actor, at=at, about_kind="gathering", about_id=gathering.pk, to_id=to_id)
            take_off(actor, at, gathering, guest)
        return
    if guest.hears_by not in TO_TICK:
        raise GuestNeedsNoCall()
    guest.called_at = (guest.called_at or at) if is_called else None
    guest.save(update_fields=["called_at"])
