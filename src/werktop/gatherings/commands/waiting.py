"""The waiting list: who waits longest gets the chair that comes free."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell

from ..formats import chairs_for
from ..messages import tell_all
from ..models import Gathering, GatheringStatus, Guest, GuestKind, Reply, Table
from ..queries.cancelled import keep_for_calls


def free_chairs(gathering: Gathering, kind: str) -> int:
    """Chairs for this kind of guest that nobody has said yes to. Call it with the gathering locked."""
    open_tables = Table.objects.filter(gathering=gathering, is_closed=False).count()
    taken = Guest.objects.filter(gathering=gathering, kind=kind, reply=Reply.YES).count()
    return chairs_for(gathering, kind, open_tables) - taken


@command(about="gathering")
def let_waiting_in(*, actor: Actor, at: datetime, gathering_id: UUID) -> int:
    """Give free chairs to who waits, the longest first, and tell them. Doing it again changes nothing.

    Called by every command that frees a chair or adds one; those have checked the actor. Returns how many came in.
    """
    gathering = Gathering.objects.select_for_update().get(pk=gathering_id)
    came = 0
    if gathering.status == GatheringStatus.PREPARING and gathering.starts_at > at:
        for kind in GuestKind.values:
            waiting = Guest.objects.filter(gathering=gathering, kind=kind, reply=Reply.WAITING)
            if not waiting.exists():
                continue
            free = max(0, free_chairs(gathering, kind))
            lucky = list(waiting.order_by("waiting_since_at", "id")[:free])
            for guest in lucky:
                guest.reply, guest.waiting_since_at = Reply.YES, None
                guest.save(update_fields=["reply", "waiting_since_at"])
            written = keep_for_calls(lucky, gathering, at)
            for purpose in ("moved_up", "day_before"):
                tell_all(actor=actor, at=at, gathering=gathering, guests=written, purpose=purpose)
            came += len(lucky)
    tell(came=came)
    return came
