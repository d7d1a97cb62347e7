"""Noting that a guest was called about a gathering that does not take place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible

from ..models import Guest
from ..queries.cancelled import TO_CALL
from ..queries.gatherings import gathering_for
from ..refusals import GuestNeedsNoCall


@command(about="guest")
def note_called(
    *, actor: Actor, at: datetime, gathering_id: UUID, guest_id: UUID, is_called: bool = True
) -> None:
    """This guest knows by telephone that it does not go on; or not yet, where that was ticked by mistake.

    The organisation that the guest belongs to calls: `NotVisible` for every other. `GuestNeedsNoCall`
    where it is on no list of calls. Noting it again keeps the first moment.
    """
    actor.require("plan_gatherings")
    gathering = gathering_for(actor, gathering_id)
    guest = (
        Guest.objects.select_for_update(of=("self",))
        .filter(gathering=gathering, pk=guest_id, organisation_id=actor.organisation_id)
        .first()
    )
    if guest is None:
        raise NotVisible()
    if guest.hears_by not in TO_CALL:
        raise GuestNeedsNoCall()
    guest.called_at = (guest.called_at or at) if is_called else None
    guest.save(update_fields=["called_at"])
