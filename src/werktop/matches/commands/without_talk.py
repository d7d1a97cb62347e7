"""Nobody leaves without a next step: who has no talk, or loses it, gets one with a colleague's name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.gatherings.queries.gatherings import gathering_for

from .. import ideas
from ..models import NextStep, StepReason
from ..queries.owners import owners_for, without_owner


def give_steps(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    candidate_ids: Collection[UUID],
    asked: Collection[UUID],
    lost: Collection[UUID] = (),
) -> int:
    """A next step for each of these candidates who has none after this gathering; returns how many are new. Who lost a
    talk since (`lost`) gets one also where an earlier step is done.

    `asked` are those with whom an entrepreneur still wants to talk on. A step that was not told yet and rests on such
    a wish is made anew where the wish is gone; what a colleague took up or chose stays. The caller holds the gathering.
    """
    own = NextStep.objects.filter(gathering_id=gathering_id, candidate_id__in=candidate_ids)
    outdated = list(
        own.filter(reason=StepReason.ASKED, told_at=None, done_at=None, words="")
        .exclude(candidate_id__in=asked)
        .order_by("id")
    )
    there = set(
        own.exclude(candidate_id__in=lost, done_at__isnull=False).values_list("candidate_id", flat=True)
    )
    new = [c for c in candidate_ids if c not in there]
    thoughts = ideas.spread(ideas.ideas_for(gathering_id, [*new, *(row.candidate_id for row in outdated)]))
    for row in outdated:
        for name, value in _facts_of(thoughts.get(row.candidate_id), is_asked=False).items():
            setattr(row, name, value)
        row.save()
    people = candidates.candidates_by_id(new)
    owners = owners_for(people.values(), actor.id if actor.kind == "staff" else None)
    gathering = gathering_for(actor, gathering_id)
    NextStep.objects.bulk_create(
        NextStep(
            gathering_id=gathering_id,
            region_id=gathering.region_id,
            organisation_id=people[c].organisation_id,
            candidate_id=c,
            owner_id=owners[c],
            made_at=at,
            **_facts_of(thoughts.get(c), is_asked=c in asked),
        )
        for c in new
    )
    return len(new)


def give_to_who_is_there(actor: Actor, steps: Collection[NextStep]) -> None:
    """A step that is about to be told and that nobody has who works there now goes to who has the candidate, or who
    sends it. What is promised in somebody's name is promised by somebody who is there."""
    orphans = without_owner(steps)
    if not orphans:
        return
    people = candidates.candidates_by_id([row.candidate_id for row in orphans])
    owners = owners_for(people.values(), actor.id)
    for row in orphans:
        row.owner_id = owners[row.candidate_id]
        row.save(update_fields=["owner"])


def untold_steps(gathering_id: UUID) -> QuerySet[NextStep]:
    """Steps of which nobody heard, with nothing of a colleague in them: these end where a talk takes their place."""
    return NextStep.objects.filter(
        gathering_id=gathering_id, told_at=None, done_at=None, words="", is_chosen=False
    )


def _facts_of(idea: ideas.Idea | None, *, is_asked: bool) -> dict[str, Any]:
    if is_asked:
        return {"reason": StepReason.ASKED}
    if idea is None:
        return {"reason": StepReason.TALK_OVER}
    return {"reason": StepReason.NETWORK, "introducer_id": idea.introducer.pk, "firm_id": idea.firm_id}
