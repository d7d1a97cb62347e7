"""Talks of somebody who is erased or who stops: nobody waits for who does not come."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from werktop.audit.actors import Actor

from .. import messages
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Ground, NextStep, StepReason
from ..queries.own_talk import agreed_hour, is_called_off_by
from ..queries.running import open_steps, running_talks
from .calling_off import make_step
from .calls import call_who_hears_too_late, forget_calls, unaware_of


def end_talks_of(actor: Actor, person: Any, at: datetime) -> None:
    """Tell the other side of each talk that it does not go on, without a name and without a reason; a candidate whose
    entrepreneur goes gets a next step by a person. For the command that erases, which holds the hours; the hour of a
    talk is free for others when the talk goes."""
    is_candidate = person._meta.model_name == "candidate"
    for talk in running_talks(person, at):
        has_heard = messages.tell_talk_is_gone(
            actor=actor, at=at, talk=talk, to="entrepreneur" if is_candidate else "candidate"
        )
        if not is_candidate:
            talk.row.unsuitable_by = "entrepreneur"
            make_step(talk.row, at, is_told=has_heard)
    if not is_candidate:
        _steps_instead_of_proposals(person, at)


def stop_talks_of(actor: Actor, person: Any, at: datetime) -> None:
    """End what runs with somebody who stops: talks do not go on and both hear it at once (the other by a call where no
    message can be sent, or in time), also where a guest could still take a tap back; proposals are dropped; what was promised to a
    candidate who stops is off. A candidate whose entrepreneur stops gets a next step by a person, also where the talk
    was only proposed. For the command that notes it, which holds the hours. The talks stay, and a colleague can take
    one up again once the person is back.
    """
    is_candidate = person._meta.model_name == "candidate"
    other = "entrepreneur" if is_candidate else "candidate"
    for talk in running_talks(person, at):
        row = talk.row
        does_other_know = row.status == FollowUpStatus.DECLINED and is_called_off_by(row, other)
        row.called_off_starts_at, row.called_off_ends_at = agreed_hour(row)
        row.status, row.unsuitable_by, row.called_off_at = FollowUpStatus.DECLINED, actor.kind, at
        row.called_off_noted_by = actor.kind
        unaware = unaware_of(row, at)
        # who stops said so: only the other is to be called
        forget_calls(row)
        row.save()
        FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
        heard = messages.tell_talk_ends(actor=actor, at=at, talk=talk, is_called=not is_candidate)
        if other in heard and not does_other_know:
            hours = [row.called_off_starts_at]
            call_who_hears_too_late(talk, [other], from_at=at, hours=hours, unaware=unaware)
        if not is_candidate:
            make_step(row, at, is_told="candidate" in heard)
    if not is_candidate:
        _steps_instead_of_proposals(person, at)
    for row in _proposed(person):
        FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
        row.status = FollowUpStatus.DROPPED
        row.save(update_fields=["status"])
    if is_candidate:
        for step in open_steps(person):
            step.done_at = at
            step.save(update_fields=["done_at"])
            messages.hold_back_step(actor=actor, at=at, next_step_id=step.pk)
        return
    FreeBlock.objects.filter(entrepreneur=person, taken_by=None, ends_at__gt=at).delete()
    for step in NextStep.objects.filter(introducer=person, done_at=None).order_by("id"):
        # nobody calls who stopped: the step with the candidate stays, by another way
        step.introducer_id = step.firm_id = None
        step.reason = StepReason.TALK_OVER
        step.save(update_fields=["introducer", "firm", "reason"])


def _proposed(person: Any) -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(
        **{person._meta.model_name: person}, status=FollowUpStatus.PROPOSED
    ).order_by("id")


def _steps_instead_of_proposals(entrepreneur: Any, at: datetime) -> None:
    """Before proposals with who goes are gone: a next step for each candidate who is left without a talk or a proposal of
    that gathering, not told yet. A call that only this entrepreneur's wish asked for is about nothing now."""
    for row in _proposed(entrepreneur):
        others = FollowUp.objects.filter(gathering_id=row.gathering_id, candidate_id=row.candidate_id)
        left = list(others.exclude(status__in=ENDED).exclude(entrepreneur=entrepreneur).order_by("id"))
        if all(other.is_to_ask for other in left):
            make_step(row, at, is_told=False)
        if not any(other.ground == Ground.CALL for other in left):
            NextStep.objects.filter(
                gathering_id=row.gathering_id,
                candidate_id=row.candidate_id,
                reason=StepReason.ASKED,
                done_at=None,
            ).update(reason=StepReason.TALK_OVER)
