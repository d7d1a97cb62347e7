"""Next steps: another idea chosen, and the step taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible

from .. import ideas, messages
from ..models import NextStep, StepReason
from ..queries import steps as queries
from ..queries.owners import without_owner
from ..refusals import IdeaIsGone, StepIsTaken


@dataclass(frozen=True)
class StepChoice:
    """What a colleague chose for one next step: an idea out of the network (both keys), or (None) to talk it over."""

    next_step_id: UUID
    introducer_id: UUID | None = None
    firm_id: UUID | None = None


@command(about="next_step")
def choose_next_step(
    *,
    actor: Actor,
    at: datetime,
    next_step_id: UUID,
    introducer_id: UUID | None = None,
    firm_id: UUID | None = None,
) -> None:
    """Another next step for a candidate: call this entrepreneur who was there about that firm, or talk it over.

    Where it comes from stays with it. Only the candidate's own organisation chooses (else `NotVisible`); who chooses a
    step that nobody has who works there now takes it over.
    Refused for a step that was taken (`StepIsTaken`), and where the entrepreneur
    does not know that firm any more, or it does not fit (`IdeaIsGone`).
    """
    actor.require("arrange_follow_ups")
    row = _own_step(actor, next_step_id)
    put_idea(row, StepChoice(next_step_id, introducer_id, firm_id))
    _take_over(actor, row)


def put_idea(row: NextStep, choice: StepChoice) -> None:
    """Write a choice into a locked row, where it still can be."""
    if row.done_at is not None:
        raise StepIsTaken()
    asked = (choice.introducer_id, choice.firm_id)
    if asked == (row.introducer_id, row.firm_id):
        return
    if asked == (None, None):
        row.reason = StepReason.TALK_OVER
    else:
        there = ideas.ideas_for(row.gathering_id, [row.candidate_id]).get(row.candidate_id, [])
        if asked not in {(idea.introducer.pk, idea.firm_id) for idea in there}:
            raise IdeaIsGone()
        row.reason = StepReason.NETWORK
    row.introducer_id, row.firm_id = asked
    row.words, row.is_chosen = "", True
    row.save(update_fields=["reason", "introducer", "firm", "words", "is_chosen"])


@command(about="next_step")
def finish_next_step(*, actor: Actor, at: datetime, next_step_id: UUID) -> None:
    """The step was taken, by somebody of the candidate's own organisation (else `NotVisible`): by whose step it was, or
    where nobody had it who works there now by who says so. Saying it again changes nothing."""
    actor.require("arrange_follow_ups")
    row = _own_step(actor, next_step_id)
    if row.done_at is None:
        _take_over(actor, row)
        row.done_at = at
        row.save(update_fields=["done_at"])
        # what still waits says that somebody will call
        messages.hold_back_step(actor=actor, at=at, next_step_id=row.pk)


def _own_step(actor: Actor, next_step_id: UUID) -> NextStep:
    row = queries.own_steps(actor).filter(pk=next_step_id).select_for_update(of=("self",)).first()
    if row is None:
        raise NotVisible()
    return row


def _take_over(actor: Actor, row: NextStep) -> None:
    if actor.kind == "staff" and without_owner([row]):
        row.owner_id = actor.id
        row.save(update_fields=["owner"])
