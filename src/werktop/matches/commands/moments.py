"""A day and time that the two agreed with a colleague by telephone: for a talk without one, or in place of another."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.clock import is_within_reach
from werktop.audit.commands import command, tell
from werktop.audit.refusals import DayOutOfReach

from .. import messages
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, Outcome
from ..queries import talks
from ..refusals import (
    LengthOutOfRange,
    MomentIsPast,
    TalkDoesNotGoOn,
    TalkIsOver,
    TalkIsProposal,
)
from .calls import call_about_appointment, forget_calls, unaware_of
from .clashes import keys_of_talks, refuse_clash
from .outcomes import forget_step_after
from .waiting import lock_hours

SHORTEST, USUAL, LONGEST = 15, 60, 480
"""Minutes that an appointment can take, and takes where nobody says otherwise."""


@command(about="follow_up")
def agree_on_moment(
    *,
    actor: Actor,
    at: datetime,
    follow_up_id: UUID,
    starts_at: datetime,
    length_minutes: int = USUAL,
    place: str = "",
    is_known: bool = False,
) -> bool:
    """A colleague heard from both when they talk: any hour to come, whatever hours the entrepreneur gave before.

    For a talk that was sent, with or without a time, also one of which the moment did not suit or that was not held:
    that it was not is over then, with the step that came of it. Both are told, with a
    calendar file that takes the place of an earlier one; without `place` they meet at the firm. The hour it had is
    free for others, the new one no longer. Refused (`HourClashes`) where either has another talk then, of whichever
    gathering, or comes to a gathering.
    Who is not written to, or too late, is to be called about it, unless they know it from this colleague (`is_known`).
    Returns whether something changed: the same moment and place again tells nobody.
    """
    actor.require("arrange_follow_ups")
    seen = talks.follow_up_for(actor, follow_up_id)
    lock_hours(
        seen.gathering_id,
        talk_ids=keys_of_talks([seen.candidate_id], [seen.entrepreneur_id]),
        entrepreneur_id=seen.entrepreneur_id,
    )
    row = FollowUp.objects.get(pk=follow_up_id)
    _refuse_unless_open(row)
    if not SHORTEST <= length_minutes <= LONGEST:
        raise LengthOutOfRange(SHORTEST, LONGEST)
    if starts_at <= at:
        raise MomentIsPast(field="begins")
    if not is_within_reach(starts_at, at):
        raise DayOutOfReach(field="day")
    ends_at, place = starts_at + timedelta(minutes=length_minutes), " ".join(place.split())[:160]
    is_same = not row.outcome and (row.starts_at, row.ends_at, row.place) == (starts_at, ends_at, place)
    if is_same and row.status == FollowUpStatus.SENT:
        # nobody reads it a second time, but who never read it knows it now
        row.agreed_at = at
        if is_known:
            forget_calls(row)
        row.save()
        return False
    unaware = unaware_of(row, at)
    told = row.called_off_starts_at if row.status == FollowUpStatus.UNSUITABLE else row.starts_at
    row.starts_at, row.ends_at, row.place = starts_at, ends_at, place
    refuse_clash(row)
    row.status, row.sent_at, row.agreed_at, row.unsuitable_by = FollowUpStatus.SENT, at, at, ""
    row.called_off_at = row.called_off_starts_at = row.called_off_ends_at = None
    forget_step_after(row)
    row.outcome, row.outcome_words, row.outcome_at = "", "", None
    row.called_off_noted_by = ""
    forget_calls(row)
    row.save()
    _take_hour(row, starts_at, ends_at)
    tell(is_moved=told is not None)
    talk = talks.talk_for(actor, follow_up_id)
    messages.tell_talk(actor=actor, at=at, talk=talk)
    if not is_known:
        call_about_appointment(talk, from_at=at, was_at=told, unaware=unaware)
    return True


def _refuse_unless_open(row: FollowUp) -> None:
    if row.status in ENDED:
        raise TalkDoesNotGoOn()
    if row.status == FollowUpStatus.PROPOSED:
        raise TalkIsProposal()
    if row.outcome not in ("", Outcome.NOT_HELD) or row.status == FollowUpStatus.HELD:
        raise TalkIsOver()


def _take_hour(row: FollowUp, starts_at: datetime, ends_at: datetime) -> None:
    """The hour is the entrepreneur's no longer to give: what was free around it goes, but for the block of the talk. That
    becomes free again only where the entrepreneur gave it."""
    FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
    around = FreeBlock.objects.filter(
        entrepreneur_id=row.entrepreneur_id, starts_at__lt=ends_at, ends_at__gt=starts_at, taken_by=None
    )
    block = around.filter(starts_at=starts_at).first()
    if block is None:
        block = FreeBlock(entrepreneur_id=row.entrepreneur_id, is_offered=False)
    elif block.ends_at < ends_at:
        block.is_offered = False
    around.exclude(pk=block.pk).delete()
    block.gathering_id, block.starts_at, block.ends_at, block.taken_by = (
        row.gathering_id,
        starts_at,
        ends_at,
        row,
    )
    block.save()
