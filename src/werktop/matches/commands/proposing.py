"""Proposing follow-up talks out of clicks and agreements."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.gatherings.queries import gatherings

from .. import market
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Ground, MatchRun
from ..notice import first_day_from
from ..queries.room import Span, busy_beside, first_that_suits, hours_of_people
from ..queries.talks import free_blocks
from ..standing import is_a_thought
from ..timing import refuse_before_the_day
from ..wishes import ground_of, wishes_for
from .waiting import lock_hours
from .without_talk import give_steps, untold_steps

Pair = tuple[UUID, UUID]
BY_MECHANISM = (Ground.AGREED, Ground.MUTUAL, Ground.HOST, Ground.CALL)


@command(about="gathering")
def propose_follow_ups(*, actor: Actor, at: datetime, gathering_id: UUID) -> dict[str, int]:
    """Propose who talks on with whom: agreements first, then mutual wishes by the matching mechanism, then calls;
    what was agreed aloud and of which a guest said otherwise since is a call too.

    What was sent stands and counts; proposals not yet sent are made anew, those made by hand stay. Every candidate
    who came and has no talk gets a next step with a colleague's name. The first free block is taken where there
    is one that fits both, with enough notice and time to travel (docs/decisions/0016). Refused before the day has begun
    (`GatheringNotBegun`) and of a gathering that is off (`GatheringIsOff`). Returns how many of each kind there are, and how many
    `more` talks that both want there could be at most (0: proven to be the most).
    """
    actor.require("arrange_follow_ups")
    gathering = gatherings.gathering_to_edit(actor, gathering_id)
    refuse_before_the_day(gathering, at)
    own = FollowUp.objects.filter(gathering_id=gathering_id)
    lock_hours(gathering_id, talk_ids=list(own.values_list("pk", flat=True)))
    earlier = {
        (row.candidate_id, row.entrepreneur_id): row
        for row in own.filter(status=FollowUpStatus.PROPOSED, ground__in=BY_MECHANISM).order_by("id")
    }
    FreeBlock.objects.filter(taken_by__in=earlier.values()).update(taken_by=None)
    standing = own.exclude(pk__in=[row.pk for row in earlier.values()]).order_by("id")
    kept = list(standing.exclude(status__in=ENDED))
    had_talk = {row.candidate_id for row in earlier.values() if not row.is_to_ask}
    # what a colleague dropped, or one of both called off, does not come back by itself, and takes nobody's room
    ended = set(standing.filter(status__in=ENDED).values_list("candidate_id", "entrepreneur_id"))
    talking = {(f.candidate_id, f.entrepreneur_id) for f in kept}
    wishes = wishes_for(gathering_id, kept=talking, ended=ended - talking)
    found = market.proposals_from(wishes, drawn_for=gathering_id)
    calls = set(found.calls)
    grounds = {
        pair: Ground.CALL if pair in calls else ground_of(wishes, *pair)
        for pair in (*found.agreed, *found.mutual, *found.calls, *found.left_out)
    }
    rows = _rows_for(at, gathering, grounds, earlier)
    _take_first_blocks(
        at, gathering, [r for r in rows if r.ground != Ground.CALL and not is_a_thought(r, wishes)]
    )
    # what is only a thought of a colleague, or a call, is not a talk yet
    served = {r.candidate_id for r in (*rows, *kept) if not is_a_thought(r, wishes)}
    without = [c for c in wishes.candidates if c not in served]
    # a call that was promised is made, also where a talk came in between
    untold_steps(gathering_id).exclude(candidate_id__in=without).delete()
    give_steps(
        actor=actor,
        at=at,
        gathering_id=gathering_id,
        candidate_ids=without,
        asked={c for c, _e in found.calls},
        lost=had_talk,
    )
    MatchRun.objects.create(gathering_id=gathering_id, made_at=at, report=found.report)
    counts = {
        "agreed": len(found.agreed),
        "mutual": len(found.mutual),
        "calls": len(found.calls) + len(found.left_out),
        "steps": len(without),
        "more": found.more,
    }
    tell(**counts)
    return counts


def _rows_for(
    at: datetime, gathering: Any, grounds: dict[Pair, Ground], earlier: dict[Pair, FollowUp]
) -> list[FollowUp]:
    """A proposal without a time for each of these pairs. What was proposed before and still is stays the same row, so
    that a choice made for it on an open page is still about it; the others of `earlier` go."""
    FollowUp.objects.filter(pk__in=[row.pk for pair, row in earlier.items() if pair not in grounds]).delete()
    people = candidates.candidates_by_id(list({c for c, _e in grounds}))
    rows, new = [], []
    for (c, e), ground in grounds.items():
        row = earlier.get((c, e))
        if row is None:
            row = FollowUp(
                gathering_id=gathering.pk,
                region_id=gathering.region_id,
                organisation_id=people[c].organisation_id,
                candidate_id=c,
                entrepreneur_id=e,
                ground=ground,
                made_at=at,
            )
            new.append(row)
        else:
            row.ground, row.starts_at, row.ends_at = ground, None, None
            row.save(update_fields=["ground", "starts_at", "ends_at"])
        rows.append(row)
    FollowUp.objects.bulk_create(new)
    return rows


def _take_first_blocks(at: datetime, gathering: Any, rows: list[FollowUp]) -> None:
    """The first free block with enough notice for each talk, such that nobody has two talks at once, nor one on the way
    to another. Who has the fewest hours to give is asked first, else the one hour of one goes to who has others; then in the
    order in which the talks were proposed."""
    blocks = free_blocks(gathering.pk)
    people = employers.entrepreneurs_by_id({row.entrepreneur_id for row in rows})
    spans = hours_of_people({row.candidate_id for row in rows}, set(people))
    from_day = first_day_from(at, gathering.time_zone)
    for row in sorted(rows, key=lambda row: len(blocks.get(row.entrepreneur_id, []))):
        where = str(people[row.entrepreneur_id].employer_id)
        own = blocks.get(row.entrepreneur_id, [])
        block = first_that_suits(own, busy_beside(spans, row), where=where, from_day=from_day)
        if block is None:
            continue
        own.remove(block)
        span = Span(block.starts_at, block.ends_at, where)
        for person in (row.candidate_id, row.entrepreneur_id):
            spans.setdefault(person, {})[row.pk] = span
        row.starts_at, row.ends_at = block.starts_at, block.ends_at
        row.save(update_fields=["starts_at", "ends_at"])
        block.taken_by = row
        block.save(update_fields=["taken_by"])
