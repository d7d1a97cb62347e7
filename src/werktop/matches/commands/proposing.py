"""Proposing follow-up talks out of clicks and agreements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates import queries as candidates
from werktop.gatherings.queries import gatherings

from .. import ideas, market
from ..models import ENDED, FollowUp, FollowUpStatus, Ground, MatchRun, NextStep, StepReason
from ..queries.room import first_that_suits, hours_of_candidates
from ..queries.talks import free_blocks
from ..wishes import ground_of, wishes_for
from .waiting import lock_hours

BY_MECHANISM = (Ground.AGREED, Ground.MUTUAL, Ground.HOST, Ground.CALL)


@command(about="gathering")
def propose_follow_ups(*, actor: Actor, at: datetime, gathering_id: UUID) -> dict[str, int]:
    """Propose who talks on with whom: agreements first, then mutual wishes by the matching mechanism, then calls.

    What was sent stands and counts; proposals not yet sent are made anew, those made by hand stay. Every candidate
    who came and has no talk gets a next step with a colleague's name. The first free block is taken where there
    is one that fits both. Returns how many of each kind there are.
    """
    actor.require("arrange_follow_ups")
    gathering = gatherings.gathering_to_edit(actor, gathering_id)
    own = FollowUp.objects.filter(gathering_id=gathering_id)
    lock_hours(gathering_id, talk_ids=list(own.values_list("pk", flat=True)))
    own.filter(status=FollowUpStatus.PROPOSED, ground__in=BY_MECHANISM).delete()
    kept = list(FollowUp.objects.filter(gathering_id=gathering_id).exclude(status__in=ENDED))
    wishes = wishes_for(gathering_id, kept={(f.candidate_id, f.entrepreneur_id) for f in kept})
    found = market.proposals_from(wishes)
    dropped = set(
        FollowUp.objects.filter(gathering_id=gathering_id, status__in=ENDED).values_list(
            "candidate_id", "entrepreneur_id"
        )
    )
    people = candidates.candidates_by_id(wishes.candidates)
    calls = set(found.calls)
    rows = [
        FollowUp(
            gathering_id=gathering_id,
            region_id=gathering.region_id,
            organisation_id=people[c].organisation_id,
            candidate_id=c,
            entrepreneur_id=e,
            ground=Ground.CALL if (c, e) in calls else ground_of(wishes, c, e),
            made_at=at,
        )
        for c, e in (*found.agreed, *found.mutual, *found.calls)
        # a colleague dropped this pair before: it does not come back by itself
        if (c, e) not in dropped
    ]
    FollowUp.objects.bulk_create(rows)
    _take_first_blocks(at, gathering_id, [r for r in rows if r.ground != Ground.CALL])
    _make_steps(actor, at, gathering, found, people)
    MatchRun.objects.create(gathering_id=gathering_id, made_at=at, report=found.report)
    counts = {
        "agreed": len(found.agreed),
        "mutual": len(found.mutual),
        "calls": len(found.calls),
        "steps": len(found.without),
    }
    tell(**counts)
    return counts


def _take_first_blocks(at: datetime, gathering_id: UUID, rows: list[FollowUp]) -> None:
    """The first free block to come for each talk, such that nobody has two talks at once."""
    blocks = free_blocks(gathering_id)
    busy = hours_of_candidates({row.candidate_id for row in rows})
    for row in rows:
        spans = busy.setdefault(row.candidate_id, {})
        block = first_that_suits(blocks.get(row.entrepreneur_id, []), spans.values(), after=at)
        if block is None:
            continue
        blocks[row.entrepreneur_id].remove(block)
        spans[row.pk] = (block.starts_at, block.ends_at)
        row.starts_at, row.ends_at = block.starts_at, block.ends_at
        row.save(update_fields=["starts_at", "ends_at"])
        block.taken_by = row
        block.save(update_fields=["taken_by"])


def _make_steps(
    actor: Actor, at: datetime, gathering: Any, found: market.Proposals, people: Mapping[UUID, Any]
) -> None:
    """A next step for everyone without a talk; steps that colleagues took up already stay as they are."""
    without = found.without
    own = NextStep.objects.filter(gathering_id=gathering.pk)
    # a step that a talk left behind which does not go on was promised to the candidate
    promised = (StepReason.DECLINED, StepReason.TALK_OFF)
    own.exclude(candidate_id__in=without).exclude(reason__in=promised).filter(done_at=None).delete()
    there = set(own.values_list("candidate_id", flat=True))
    new = [c for c in without if c not in there]
    thoughts = ideas.spread(ideas.ideas_for(gathering.pk, new))
    asked = {c for c, _e in found.calls}
    NextStep.objects.bulk_create(
        NextStep(
            gathering_id=gathering.pk,
            region_id=gathering.region_id,
            organisation_id=people[c].organisation_id,
            candidate_id=c,
            owner_id=people[c].assigned_to_id or (actor.id if actor.kind == "staff" else None),
            made_at=at,
            **_facts_of(thoughts.get(c), is_asked=c in asked),
        )
        for c in new
    )


def _facts_of(idea: ideas.Idea | None, *, is_asked: bool) -> dict[str, Any]:
    if is_asked:
        return {"reason": StepReason.ASKED}
    if idea is None:
        return {"reason": StepReason.TALK_OVER}
    return {"reason": StepReason.NETWORK, "introducer_id": idea.introducer.pk, "firm_id": idea.firm_id}
