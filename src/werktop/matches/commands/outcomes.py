"""What came of a talk."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command

from .. import messages
from ..models import ENDED, FollowUp, FollowUpStatus, Outcome
from ..queries import talks
from ..refusals import OutcomeIsUnknown, TalkDoesNotGoOn


@command(about="follow_up")
def note_outcome(*, actor: Actor, at: datetime, follow_up_id: UUID, outcome: str, words: str = "") -> None:
    """What came of a talk, in one choice and a sentence; can be changed later. Of a talk that was held nobody hears
    any more that it does not go on."""
    actor.require("arrange_follow_ups")
    if outcome not in Outcome.values:
        raise OutcomeIsUnknown(field="outcome")
    talks.follow_up_for(actor, follow_up_id)
    row = FollowUp.objects.select_for_update().get(pk=follow_up_id)
    if row.status in ENDED:
        raise TalkDoesNotGoOn()
    row.outcome, row.outcome_words, row.outcome_at = outcome, words.strip()[:300], at
    row.status = FollowUpStatus.SENT if outcome == Outcome.NOT_HELD else FollowUpStatus.HELD
    row.save(update_fields=["outcome", "outcome_words", "outcome_at", "status"])
    if row.status == FollowUpStatus.HELD:
        messages.hold_back_off(actor=actor, at=at, follow_up_id=row.pk)
