"""Noting that a guest, or the host employer, was called: a gathering changes or does not take place, or this guest is off
its list."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import CallIsOutdated, NotVisible
from werktop.post.commands import withdraw_messages

from ..models import Gathering, GatheringStatus, Guest
from ..queries.calls import call_in_short
from ..queries.gatherings import gathering_for, gathering_to_edit, lock_gathering
from ..queries.hearing import OFF, TO_TICK
from ..queries.others_to_tell import firm_hears_as_guest
from ..refusals import GuestNeedsNoCall
from .guests import take_off


@command(about="guest")
def note_called(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    guest_id: UUID,
    is_called: bool = True,
    about: str | None = None,
) -> None:
    """This guest knows by telephone what changed, or that it does not go on; or not yet, where that was ticked by mistake.

    The organisation that the guest belongs to calls: `NotVisible` for every other. `GuestNeedsNoCall`
    where it is on no list of calls; `CallIsOutdated` where the page told something else (`about`, as
    `queries.calls.call_in_short` says it) than is so now. Noting it again keeps the first moment. Whom another
    organisation takes off the list is off it now, together with what waits for this guest.
    """
    actor.require("plan_gatherings")
    gathering = gathering_for(actor, gathering_id)
    # a chair may come free: the gathering is held before its guests
    lock_gathering(gathering.pk)
    gathering.refresh_from_db(fields=["status", "starts_at", "place_name"])
    own = Guest.objects.filter(gathering=gathering, pk=guest_id, organisation_id=actor.organisation_id)
    guest = own.select_for_update(of=("self",)).first()
    if guest is None:
        raise NotVisible()
    if is_called and about is not None and about != call_in_short(gathering, guest):
        raise CallIsOutdated()
    if guest.hears_by == OFF:
        if is_called:
            to_id = guest.candidate_id
            withdraw_messages(actor=actor, at=at, about_kind="gathering", about_id=gathering.pk, to_id=to_id)
            take_off(actor, at, gathering, guest)
        return
    if guest.hears_by not in TO_TICK:
        raise GuestNeedsNoCall()
    if is_called:
        guest.called_at = guest.called_at or at
        guest.heard_at = guest.heard_at or at
    else:
        guest.heard_at = None if guest.heard_at == guest.called_at else guest.heard_at
        guest.called_at = None
    guest.save(update_fields=["called_at", "heard_at"])


def note_news_for_firm(gathering: Gathering, at: datetime) -> None:
    """The gathering moves or does not go on: its host employer is to be told, unless one of its people hears it as a
    guest. Call it inside a command, with the gathering held, and of a cancellation its invitations too."""
    is_off = gathering.status == GatheringStatus.CANCELLED
    gathering.firm_news_at = None if firm_hears_as_guest(gathering, is_off=is_off) else at
    gathering.firm_told_at = None
    gathering.save(update_fields=["firm_news_at", "firm_told_at"])


@command(about="gathering")
def note_firm_told(
    *, actor: Actor, at: datetime, gathering_id: UUID, news_at: datetime | None, is_told: bool = True
) -> None:
    """The host employer knows what changed, or that it does not go on; or not yet, where that was ticked by mistake.

    `CallIsOutdated` where the page told other news (`news_at`) than there is now. Noting it again keeps the first moment.
    """
    gathering = gathering_to_edit(actor, gathering_id)
    if news_at is None or news_at != gathering.firm_news_at:
        raise CallIsOutdated()
    gathering.firm_told_at = (gathering.firm_told_at or at) if is_told else None
    gathering.save(update_fields=["firm_told_at"])
