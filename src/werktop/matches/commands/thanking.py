"""Who was there for others and has no talk of it hears that it was worth coming: once, and with nothing promised."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.employers import queries as employers
from werktop.gatherings.queries import gatherings

from .. import messages
from ..models import ThanksCall
from ..queries.thanks import not_thanked
from ..refusals import GatheringNotOver
from ..timing import Moment, moment_of_day
from ..wishes import present_entrepreneurs


@command(about="gathering")
def thank_who_came(*, actor: Actor, at: datetime, gathering_id: UUID) -> dict[str, int]:
    """Thank the entrepreneurs who came and have no talk, where nothing else is sent after a gathering. Returns to how
    many a message goes ("thanks") and how many are to be called ("calls"). `GatheringNotOver` before its end."""
    actor.require("arrange_follow_ups")
    gathering = gatherings.gathering_to_edit(actor, gathering_id)
    if moment_of_day(gathering, at) != Moment.OVER:
        raise GatheringNotOver()
    counts = thank_entrepreneurs(actor=actor, at=at, gathering=gathering)
    tell(**counts)
    return counts


@command(about="gathering")
def note_thanked(*, actor: Actor, at: datetime, gathering_id: UUID, entrepreneur_id: UUID) -> None:
    """A colleague of the organisation that held the gathering thanked this entrepreneur by telephone. `NotVisible` for
    who is not to be called. Noting it again keeps the first moment."""
    actor.require("arrange_follow_ups")
    own = ThanksCall.objects.filter(
        gathering_id=gathering_id,
        gathering__organisation_id=actor.organisation_id,
        entrepreneur_id=entrepreneur_id,
    )
    row = own.select_for_update(of=("self",)).first()
    if row is None:
        raise NotVisible()
    row.called_at = row.called_at or at
    row.save(update_fields=["called_at"])


def thank_entrepreneurs(*, actor: Actor, at: datetime, gathering: Any) -> dict[str, int]:
    """A short thank-you to each entrepreneur who came and has no talk, nor a proposal that may become one; whom no
    message reaches is to be called. Returns how many of each, as `thank_who_came` does.

    Nobody gets a second one, nor who heard of a talk before. While the gathering runs nobody is thanked yet. The caller
    holds the gathering, so that two colleagues do not thank twice.
    """
    if moment_of_day(gathering, at) != Moment.OVER:
        return {"thanks": 0, "calls": 0}
    keys = not_thanked(gathering.pk, present_entrepreneurs(gathering.pk))
    people: dict[UUID, Any] = employers.entrepreneurs_by_id(keys)
    to_call = [
        key
        for key in keys
        if not messages.tell_thanks(actor=actor, at=at, gathering=gathering, entrepreneur=people[key])
    ]
    ThanksCall.objects.bulk_create(
        ThanksCall(gathering_id=gathering.pk, entrepreneur_id=key, made_at=at) for key in to_call
    )
    return {"thanks": len(keys) - len(to_call), "calls": len(to_call)}
