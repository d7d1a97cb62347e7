"""Calling who hears by no message when a talk is, or that it does not go on, until a colleague notes that it was done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import CallIsOutdated

from ..models import FollowUp, FollowUpStatus
from ..queries import talks
from ..queries.calls import call_in_short
from ..queries.own_talk import GUESTS
from ..queries.reach import is_to_be_called
from ..refusals import TalkNeedsNoCall

STILL_ON_THE_WAY = timedelta(days=1)
"""Who was to be called this long ago, and was not, may still go by what was told before that."""


def call_who_hears_too_late(
    talk: talks.Talk,
    sides: Collection[str],
    *,
    from_at: datetime,
    hours: Collection[datetime | None],
    unaware: Collection[str] = (),
) -> None:
    """Each of these sides whom no message reaches, or too late for one of the `hours` at which they may set out, is to be
    called from this moment on; so is who had still to be called about what was before (`unaware`). For commands that
    hold the talk and have saved it."""
    values: dict[str, datetime | None] = {}
    for side in sides:
        if side in unaware or is_to_be_called(side, getattr(talk, side), hours, from_at):
            values |= {f"call_{side}_from_at": from_at, f"called_{side}_at": None}
    if values:
        FollowUp.objects.filter(pk=talk.row.pk).update(**values)


def forget_calls(row: FollowUp, sides: Collection[str] = GUESTS) -> None:
    """These need no call any more: they know it themselves, or it goes on after all. The caller saves the row."""
    for side in sides:
        setattr(row, f"call_{side}_from_at", None)
        setattr(row, f"called_{side}_at", None)


def unaware_of(row: FollowUp, at: datetime) -> list[str]:
    """The sides that were to be called in the last day about what is so until now, and were not."""

    def is_unaware(side: str) -> bool:
        from_at = getattr(row, f"call_{side}_from_at")
        is_open = from_at is not None and getattr(row, f"called_{side}_at") is None
        return is_open and from_at > at - STILL_ON_THE_WAY

    return [side for side in GUESTS if is_unaware(side)]


def call_about_appointment(
    talk: talks.Talk, *, from_at: datetime, was_at: datetime | None = None, unaware: Collection[str] = ()
) -> None:
    """Of an appointment with an hour: who hears by no message, or too late for it or for the hour that it was (`was_at`),
    hears by a call when it is. Without an hour we call both anyhow."""
    if talk.row.starts_at is not None:
        hours = (was_at, talk.row.starts_at)
        call_who_hears_too_late(talk, GUESTS, from_at=from_at, hours=hours, unaware=unaware)


def calls_as_they_were(row: FollowUp) -> None:
    """A talk that was called off stands again: who had still to be called about the appointment is to be called, who
    knew of it is not. The caller saves the row."""
    forget_calls(row)
    before = (
        cast(Any, FollowUp)
        .pgh_event_model.objects.filter(pgh_obj_id=row.pk, status=FollowUpStatus.SENT, outcome="")
        .order_by("-pgh_id")
        .first()
    )
    if before is not None:
        for side in GUESTS:
            for name in (f"call_{side}_from_at", f"called_{side}_at"):
                setattr(row, name, getattr(before, name))


@command(about="follow_up")
def note_talk_called(
    *,
    actor: Actor,
    at: datetime,
    follow_up_id: UUID,
    side: str,
    is_called: bool = True,
    about: str | None = None,
) -> None:
    """This one of the two ("candidate" or "entrepreneur") knows by telephone when it is or that it does not go on; or not yet,
    where that was ticked by mistake. `TalkNeedsNoCall` for who is not to be called, or not yet; `CallIsOutdated` where the
    page told something else (`about`, as `queries.calls.call_in_short` says it) than is so now. Noting it again keeps the
    first moment."""
    actor.require("arrange_follow_ups")
    seen = talks.follow_up_for(actor, follow_up_id)
    row = FollowUp.objects.select_for_update().get(pk=seen.pk)
    if is_called and side in GUESTS and about is not None and about != call_in_short(row, side):
        raise CallIsOutdated()
    from_at = getattr(row, f"call_{side}_from_at") if side in GUESTS else None
    if from_at is None or from_at > at:
        raise TalkNeedsNoCall()
    name = f"called_{side}_at"
    setattr(row, name, (getattr(row, name) or at) if is_called else None)
    row.save(update_fields=[name])
