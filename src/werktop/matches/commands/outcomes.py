"""What came of a talk."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.commands import command

from .. import messages
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Ground, NextStep, Outcome, StepReason
from ..queries import talks
from ..queries.calls import is_appointment
from ..queries.own_talk import agreed_hour
from ..refusals import OutcomeIsUnknown, TalkDoesNotGoOn, TalkIsToCome
from .calling_off import make_step
from .calls import forget_calls
from .waiting import lock_hours

STEP_AFTER = {Outcome.NOT_HELD: StepReason.TALK_OFF, Outcome.NO_FIT: StepReason.TALK_OVER}
"""After these outcomes a person takes the next step with the candidate, and what that step is."""


@command(about="follow_up")
def note_outcome(*, actor: Actor, at: datetime, follow_up_id: UUID, outcome: str, words: str = "") -> None:
    """What came of a talk, in one choice and a sentence; can be changed later. Of a talk that was held nobody hears
    any more that it does not go on.

    Where it was not held, or they do not fit, and the candidate has no other talk and no step that waits, a colleague
    has one; with another outcome that step goes, unless somebody did something with it. Refused before the
    appointment begins (`TalkIsToCome`): what does not go on is called off, so that both are told. Of one that was called
    off it can be noted at once that it was not held, and what was noted can be changed, also before that hour.
    """
    actor.require("arrange_follow_ups")
    if outcome not in Outcome.values:
        raise OutcomeIsUnknown(field="outcome")
    seen = talks.follow_up_for(actor, follow_up_id)
    lock_hours(seen.gathering_id, talk_ids=[seen.pk])
    row = FollowUp.objects.get(pk=follow_up_id)
    if row.status in ENDED:
        raise TalkDoesNotGoOn()
    is_to_come = row.status == FollowUpStatus.SENT and row.starts_at is not None and row.starts_at > at
    if is_to_come and not row.outcome:
        raise TalkIsToCome()
    is_new = row.outcome != outcome
    was_appointment = is_appointment(row)
    if is_new:
        forget_step_after(row)
        row.outcome_at = at
    if row.status == FollowUpStatus.UNSUITABLE:
        # the hour that was proposed since was told to nobody
        FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
        row.starts_at, row.ends_at = agreed_hour(row)
    row.outcome, row.outcome_words = outcome, words.strip()[:300]
    row.status = FollowUpStatus.SENT if outcome == Outcome.NOT_HELD else FollowUpStatus.HELD
    if row.status == FollowUpStatus.HELD or was_appointment:
        # that it was off is no longer so; when it was to be needs no call
        forget_calls(row)
    row.save()
    # when it was to be is of no use any more, nor of a talk that was held that it was off
    is_held = row.status == FollowUpStatus.HELD
    purposes = messages.ABOUT_A_TALK if is_held else messages.ABOUT_A_TALK - messages.OFF
    messages.hold_back(actor=actor, at=at, follow_up_id=row.pk, purposes=purposes)
    if is_new and outcome in STEP_AFTER and not _has_another_talk(row):
        make_step(row, at, reason=STEP_AFTER[Outcome(outcome)])


def forget_step_after(row: FollowUp) -> None:
    """The step that came with this talk's outcome goes, unless a colleague did something with it already."""
    if row.outcome in STEP_AFTER and row.outcome_at is not None:
        NextStep.objects.filter(
            gathering_id=row.gathering_id,
            candidate_id=row.candidate_id,
            made_at=row.outcome_at,
            reason=STEP_AFTER[Outcome(row.outcome)],
            done_at=None,
            is_chosen=False,
            words="",
        ).delete()


def _has_another_talk(row: FollowUp) -> bool:
    """Whether the candidate has a way on with somebody else: a proposal, an appointment, or a talk that led on."""
    others = FollowUp.objects.filter(gathering_id=row.gathering_id, candidate_id=row.candidate_id)
    is_only_a_wish = Q(status=FollowUpStatus.PROPOSED, ground=Ground.CALL)
    led_nowhere = Q(outcome__in=STEP_AFTER)
    return others.exclude(pk=row.pk).exclude(status__in=ENDED).exclude(is_only_a_wish | led_nowhere).exists()
