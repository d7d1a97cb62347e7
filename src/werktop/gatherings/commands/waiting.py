"""The waiting list: who waits longest gets the chair that comes free; who still waits the day before hears so."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.post import queries as post
from werktop.post.commands import withdraw_messages

from ..formats import chairs_for
from ..messages import BEFOREHAND, tell_all
from ..models import Gathering, Guest, GuestKind, Reply, Table
from ..moments import day_of
from ..over import is_ahead
from ..queries.hearing import OFF, TO_CALL, keep_for_calls, ways_now


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
    if is_ahead(gathering, at):
        for kind in GuestKind.values:
            waiting = Guest.objects.filter(gathering=gathering, kind=kind, reply=Reply.WAITING)
            # whom an organisation takes off the list gets no chair any more
            waiting = waiting.exclude(hears_by=OFF)
            if not waiting.exists():
                continue
            free = max(0, free_chairs(gathering, kind))
            lucky = list(waiting.order_by("waiting_since_at", "id")[:free])
            for guest in lucky:
                guest.reply, guest.waiting_since_at = Reply.YES, None
                guest.save(update_fields=["reply", "waiting_since_at"])
            written = keep_for_calls(lucky, gathering, at)
            for guest in lucky:
                # what waits says that there is no chair
                withdraw_messages(
                    actor=actor, at=at, about_kind="gathering", about_id=gathering.pk,
                    purposes=BEFOREHAND, to_id=guest.candidate_id or guest.entrepreneur_id,
                )  # fmt: skip
            for purpose in ("moved_up", "day_before"):
                tell_all(actor=actor, at=at, gathering=gathering, guests=written, purpose=purpose)
            came += len(lucky)
    tell(came=came)
    return came


@command(about="gathering")
def tell_who_still_waits(*, actor: Actor, at: datetime, gathering_id: UUID) -> int:
    """The job's word on the day before: who still waits hears that there is no chair, once, and need not come. Whom no
    message reaches in time is put on the list of calls. They stand first for a next gathering (`queries.scene.Owed`).
    Returns how many are told or called; doing it again changes nothing."""
    gathering = Gathering.objects.select_for_update().get(pk=gathering_id)
    today = day_of(at, gathering.time_zone)
    is_eve = day_of(gathering.starts_at, gathering.time_zone) - today == timedelta(days=1)
    if not is_ahead(gathering, at) or not is_eve:
        return 0
    heard = post.statuses_about(about_kind="gathering", about_id=gathering.pk, purpose="no_chair")
    waiting_here = Guest.objects.filter(gathering=gathering, reply=Reply.WAITING)
    waiting = [
        guest
        for guest in waiting_here.exclude(hears_by=OFF).order_by("id")
        if (guest.kind, guest.candidate_id or guest.entrepreneur_id) not in heard
    ]
    ways = ways_now(waiting, gathering, at)
    written = [guest for guest in waiting if ways.get(guest.pk, TO_CALL[0]) not in TO_CALL]
    # who is on the list already hears by that call how it stands now; a call of before today was about something else
    called = [
        guest
        for guest in waiting
        if ways.get(guest.pk) in TO_CALL
        and (
            day_of(guest.called_at, gathering.time_zone) < today
            if guest.called_at
            else guest.hears_by not in TO_CALL
        )
    ]
    keep_for_calls(called, gathering, at)
    tell_all(actor=actor, at=at, gathering=gathering, guests=written, purpose="no_chair")
    tell(told=len(written), called=len(called))
    return len(written) + len(called)
