"""Noting that what a guest asked for is arranged: an interpreter, childcare, the journey, a chair more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible

from ..messages import tell_the_day_before_anew
from ..models import Guest
from ..queries.arranging import may_know_needs
from ..queries.gatherings import gathering_for, lock_gathering
from ..queries.guests import guest_rows
from ..refusals import GuestAsksNothing


@command(about="guest")
def note_arranged(
    *, actor: Actor, at: datetime, gathering_id: UUID, guest_id: UUID, need: str, is_arranged: bool = True
) -> None:
    """This need of a guest (`queries.needs`) is arranged; or not yet, where that was ticked by mistake. Again changes nothing.

    Who may know what the guest asks for ticks it: the guest's own organisation, and the one that holds the gathering where it
    sees files; `NotVisible` for every other. `GuestAsksNothing` where there is nothing to arrange.
    """
    actor.require("plan_gatherings")
    gathering = gathering_for(actor, gathering_id)
    # an answer that asks for more comes before this or after it
    lock_gathering(gathering.pk)
    guest = Guest.objects.filter(gathering=gathering, pk=guest_id).first()
    if guest is None or not may_know_needs(actor, gathering, guest.organisation_id):
        raise NotVisible()
    if is_arranged and not any(r.wants and need in r.needs for r in guest_rows(actor, gathering, [guest])):
        raise GuestAsksNothing()
    others = [name for name in guest.arranged if name != need]
    guest.arranged = sorted([*others, need]) if is_arranged else others
    guest.save(update_fields=["arranged"])
    # the guest reads it on the own page at once, and in the message of the day before
    tell_the_day_before_anew(actor=actor, at=at, gathering=gathering, guest=guest)
