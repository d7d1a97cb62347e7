"""Calling who hears by no message when a talk is, or that it does not go on, until a colleague notes that it was done."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.post.recipients import recipient_of

from ..models import FollowUp, FollowUpStatus
from ..queries import talks
from ..queries.own_talk import GUESTS
from ..refusals import TalkNeedsNoCall


def call_who_is_not_written_to(talk: talks.Talk, sides: Collection[str], *, from_at: datetime) -> None:
    """Each of these sides whom no message reaches is to be called from this moment on. For commands that hold the talk
    and have saved it."""
    values: dict[str, datetime | None] = {}
    for side in sides:
        if not recipient_of(side, getattr(talk, side)).is_written_to:
            values |= {f"call_{side}_from_at": from_at, f"called_{side}_at": None}
    if values:
        FollowUp.objects.filter(pk=talk.row.pk).update(**values)


def forget_calls(row: FollowUp, sides: Collection[str] = GUESTS) -> None:
    """These need no call any more: they know it themselves, or it goes on after all. The caller saves the row."""
    for side in sides:
        setattr(row, f"call_{side}_from_at", None)
        setattr(row, f"called_{side}_at", None)


def call_about_appointment(talk: talks.Talk, *, from_at: datetime) -> None:
    """Of an appointment with an hour: who is not written to hears by a call when it is. Without an hour we call both
    anyhow."""
    if talk.row.starts_at is not None:
        call_who_is_not_written_to(talk, GUESTS, from_at=from_at)


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
    *, actor: Actor, at: datetime, follow_up_id: UUID, side: str, is_called: bool = True
) -> None:
    """This one of the two ("candidate" or "entrepreneur") knows by telephone when it is or that it does not go on; or not yet,
    where that was ticked by mistake. `TalkNeedsNoCall` for who is not to be called, or not yet. Noting it again
    keeps the first moment."""
    actor.require("arrange_follow_ups")
    seen = talks.follow_up_for(actor, follow_up_id)
    row = FollowUp.objects.select_for_update().get(pk=seen.pk)
    from_at = getattr(row, f"call_{side}_from_at") if side in GUESTS else None
    if from_at is None or from_at > at:
        raise TalkNeedsNoCall()
    name = f"called_{side}_at"
    setattr(row, name, (getattr(row, name) or at) if is_called else None)
    row.save(update_fields=[name])
