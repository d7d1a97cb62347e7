"""What becomes of a talk: it does not suit, it was held, and what came of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command

from .. import messages
from ..models import FollowUp, FollowUpStatus, FreeBlock, Outcome
from ..queries import talks
from ..refusals import OutcomeIsUnknown, TalkIsOver
from .first_block import take_first_block
from .waiting import lock_hours


@command(about="follow_up")
def say_it_does_not_suit(*, actor: Actor, at: datetime, follow_up_id: UUID) -> None:
    """A guest says through the own link (or a colleague for them) that the appointment does not suit.

    The other side is told, calendars included; the relationship manager sees it on Today, with the entrepreneur's next
    free hour proposed. An hour that the entrepreneur called off is no longer offered; one that the candidate called off
    is free for others. Saying it again changes nothing.
    """
    seen = talks.follow_up_for(actor, follow_up_id)
    lock_hours(seen.gathering_id, talk_ids=[seen.pk])
    row = FollowUp.objects.get(pk=follow_up_id)
    if row.status == FollowUpStatus.UNSUITABLE:
        return
    if row.status != FollowUpStatus.SENT or row.outcome:
        raise TalkIsOver()
    row.status = FollowUpStatus.UNSUITABLE
    row.unsuitable_by = actor.kind
    row.save(update_fields=["status", "unsuitable_by"])
    block = FreeBlock.objects.filter(taken_by=row)
    block.delete() if actor.kind == "entrepreneur" else block.update(taken_by=None)
    messages.tell_talk_is_off(actor=actor, at=at, talk=talks.talk_for(actor, follow_up_id))
    # never again at the hour that did not suit; the next one goes out when the relationship manager says so
    take_first_block(row, after=at, besides=row.starts_at)


@command(about="follow_up")
def note_outcome(*, actor: Actor, at: datetime, follow_up_id: UUID, outcome: str, words: str = "") -> None:
    """What came of a talk, in one choice and a sentence; can be changed later."""
    actor.require("arrange_follow_ups")
    if outcome not in Outcome.values:
        raise OutcomeIsUnknown(field="outcome")
    talks.follow_up_for(actor, follow_up_id)
    row = FollowUp.objects.select_for_update().get(pk=follow_up_id)
    row.outcome, row.outcome_words, row.outcome_at = outcome, words.strip()[:300], at
    row.status = FollowUpStatus.SENT if outcome == Outcome.NOT_HELD else FollowUpStatus.HELD
    row.save(update_fields=["outcome", "outcome_words", "outcome_at", "status"])
