"""Arranging follow-up talks: agreed, changed or dropped, and sent in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.gatherings.queries import gatherings

from .. import messages
from ..models import FollowUp, FollowUpStatus, FreeBlock, NextStep
from ..queries import talks
from ..refusals import BlockIsTaken, NothingChosen


@dataclass(frozen=True)
class Choice:
    """What a colleague chose for one proposal: another free block, or (`block_id` None) no time: somebody calls;
    or that it is not to be sent at all."""

    follow_up_id: UUID
    block_id: UUID | None = None
    is_dropped: bool = False


@command(about="gathering")
def send_follow_ups(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    agreed_ids: list[UUID],
    choices: list[Choice],
    step_ids: list[UUID],
    place: str = "",
) -> dict[str, int]:
    """Send the appointments that are on "akkoord", with what was changed; the rest stays a proposal.

    Both sides get a message with a calendar file, or without a time who will call; candidates whose next step is
    agreed get a message with the name of the colleague who calls. Everything or nothing; what was sent before is
    not sent again. Returns how many of each.
    """
    gatherings.gathering_for(actor, gathering_id)
    actor.require("arrange_follow_ups")
    rows = list(
        talks.follow_ups_visible_to(actor).filter(gathering_id=gathering_id, pk__in=agreed_ids).order_by("id")
    )
    locked = {
        r.pk: r
        for r in FollowUp.objects.select_for_update().filter(pk__in=[r.pk for r in rows]).order_by("id")
    }
    if set(agreed_ids) - set(locked):
        raise NotVisible()
    wanted = {c.follow_up_id: c for c in choices}
    open_rows = [
        r for r in locked.values() if r.status in (FollowUpStatus.PROPOSED, FollowUpStatus.UNSUITABLE)
    ]
    dropped = [r for r in open_rows if r.pk in wanted and wanted[r.pk].is_dropped]
    to_send = [r for r in open_rows if r not in dropped]
    steps = list(
        talks.steps_visible_to(actor)
        .filter(gathering_id=gathering_id, pk__in=step_ids, told_at=None)
        .select_for_update(of=("self",))
        .order_by("id")
    )
    if not open_rows and not steps:
        raise NothingChosen()
    for row in dropped:
        _drop(row)
    for row in to_send:
        if row.pk in wanted:
            _move(row, wanted[row.pk].block_id)
        row.status, row.sent_at, row.unsuitable_by = FollowUpStatus.SENT, at, ""
        row.place = row.place or place
        row.save()
    for talk in talks.talks_of(to_send):
        messages.tell_talk(actor=actor, at=at, talk=talk)
    for step in talks.steps_of(steps):
        messages.tell_step(actor=actor, at=at, step=step)
    NextStep.objects.filter(pk__in=[s.pk for s in steps]).update(told_at=at)
    counts = {"talks": len(to_send), "steps": len(steps), "dropped": len(dropped)}
    tell(**counts)
    return counts


def _drop(row: FollowUp) -> None:
    row.status = FollowUpStatus.DROPPED
    row.save(update_fields=["status"])
    FreeBlock.objects.filter(taken_by=row).update(taken_by=None)


def _move(row: FollowUp, block_id: UUID | None) -> None:
    """Give a talk another block, or none. The block it had is free again."""
    if block_id is None:
        FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
        row.starts_at = row.ends_at = None
        return
    block = (
        FreeBlock.objects.select_for_update()
        .filter(pk=block_id, gathering_id=row.gathering_id, entrepreneur_id=row.entrepreneur_id)
        .first()
    )
    if block is None or block.taken_by_id not in (None, row.pk):
        raise BlockIsTaken()
    FreeBlock.objects.filter(taken_by=row).exclude(pk=block.pk).update(taken_by=None)
    block.taken_by = row
    block.save(update_fields=["taken_by"])
    row.starts_at, row.ends_at = block.starts_at, block.ends_at
