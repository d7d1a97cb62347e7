"""Free blocks: when an entrepreneur can have follow-up talks."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.clock import is_within_reach
from werktop.audit.commands import command
from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.gatherings.commands.most_talks import say_most_talks
from werktop.gatherings.queries.day import gathering_at_the_door
from werktop.gatherings.queries.talks import guest_of_holder

from ..hours import Block, as_meant
from ..models import OPEN, FollowUp, FreeBlock
from ..refusals import BlockIsBackwards
from .first_block import take_first_block
from .waiting import lock_hours


@command(about="gathering")
def give_free_blocks(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    entrepreneur_id: UUID,
    blocks: list[Block],
    shown: list[Block] | None = None,
) -> int:
    """These are the blocks in which an entrepreneur can talk on; what was free before and is not among them goes. From a
    form that had `shown` as given only what was ticked or unticked in it counts (`hours.as_meant`).

    By the entrepreneur through the own link, or by a colleague who runs the day, or hosts at it until it is over
    (`DayIsClosedForHosts`). Blocks for which a talk was sent stay; one that was only proposed gets the next block that
    suits, or none. Refused where a block ends before it starts, or lies years
    from now. Returns how many blocks are free now.
    """
    if actor.kind == "entrepreneur":
        if (actor.link_purpose, actor.link_about_id, actor.id) != ("talk_on", gathering_id, entrepreneur_id):
            raise NotVisible()
    else:
        actor.require("record_table")
        gathering_at_the_door(actor, gathering_id, at)
        guest_of_holder(gathering_id, "entrepreneur", entrepreneur_id)
    if any(end <= start for start, end in blocks):
        raise BlockIsBackwards(field="blocks")
    if not all(is_within_reach(moment, at) for block in blocks for moment in block):
        raise DayOutOfReach(field="blocks")
    open_talks = FollowUp.objects.filter(
        gathering_id=gathering_id, entrepreneur_id=entrepreneur_id, status__in=OPEN
    ).order_by("id")
    lock_hours(
        gathering_id,
        talk_ids=list(open_talks.values_list("pk", flat=True)),
        entrepreneur_id=entrepreneur_id,
    )
    own = FreeBlock.objects.filter(entrepreneur_id=entrepreneur_id)
    free = own.filter(gathering_id=gathering_id, taken_by=None)
    to_give = free | own.filter(gathering_id=gathering_id, taken_by__in=open_talks)
    blocks = as_meant(blocks, shown=shown, now=list(to_give.values_list("starts_at", "ends_at")))
    gone = to_give.exclude(starts_at__in=[start for start, _end in blocks])
    without = list(open_talks.filter(block__in=gone))
    gone.delete()
    there = {block.starts_at: block for block in own}
    for start, end in blocks:
        block = there.get(start)
        if block is None:
            FreeBlock.objects.create(
                gathering_id=gathering_id, entrepreneur_id=entrepreneur_id, starts_at=start, ends_at=end
            )
        elif block.taken_by_id is None and block.ends_at != end:
            block.ends_at = end
            block.save(update_fields=["ends_at"])
    for row in without:
        take_first_block(row, at=at)
    return free.count()


@command(about="gathering")
def note_hours(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    entrepreneur_id: UUID,
    blocks: list[Block],
    shown: list[Block] | None = None,
    most_talks: int | None = None,
) -> int:
    """What an entrepreneur told a colleague: the free blocks (`shown` as in `give_free_blocks`), and how many talks at
    most, where that is said. Returns how many blocks are free."""
    free = give_free_blocks(
        actor=actor,
        at=at,
        gathering_id=gathering_id,
        entrepreneur_id=entrepreneur_id,
        blocks=blocks,
        shown=shown,
    )
    if most_talks is not None:
        say_most_talks(
            actor=actor,
            at=at,
            gathering_id=gathering_id,
            holder_kind="entrepreneur",
            holder_id=entrepreneur_id,
            most_talks=most_talks,
        )
    return free
