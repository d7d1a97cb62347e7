"""An appointment called off: the moment does not suit, or the talk itself; and a tap by mistake taken back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import SYSTEM, Actor
from werktop.audit.commands import command
from werktop.candidates import queries as candidates
from werktop.gatherings.queries import gatherings

from .. import messages
from ..models import FollowUp, FollowUpStatus, FreeBlock, NextStep, StepReason
from ..queries import talks
from ..queries.talks import TAKE_BACK
from ..refusals import HourIsGone, TalkIsOver, TooLateToTakeBack
from .first_block import take_first_block
from .waiting import lock_hours


@command(about="follow_up")
def say_it_does_not_suit(*, actor: Actor, at: datetime, follow_up_id: UUID) -> None:
    """A guest says through the own link (or a colleague for them) that the appointment does not suit.

    Both are told, calendars included, after the time in which a guest can take it back; the relationship manager sees
    it on Today at once, with the entrepreneur's next free hour proposed. An hour that the entrepreneur called off is no
    longer offered; one that the candidate called off is free for others. Saying it again changes nothing.
    """
    row = _called_off(actor, at, follow_up_id, FollowUpStatus.UNSUITABLE)
    if row is None:
        return
    block = FreeBlock.objects.filter(taken_by=row)
    block.delete() if actor.kind == "entrepreneur" else block.update(taken_by=None)
    messages.tell_talk_is_off(
        actor=actor, at=at, talk=talks.talk_for(actor, follow_up_id), not_before_at=_quiet_until(actor, at)
    )
    # never again at the hour that did not suit; the next one goes out when the relationship manager says so
    take_first_block(row, after=at, besides=row.starts_at)


@command(about="follow_up")
def decline_talk(*, actor: Actor, at: datetime, follow_up_id: UUID) -> None:
    """A guest says through the own link (or a colleague for them): not this talk, whatever the moment. No reason asked.

    Both are told that it does not go on, in the same words, after the time in which a guest can take it back; the hour is
    free for others; a person takes the next step with the candidate, and reads at once what it is about. Saying it
    again changes nothing.
    """
    row = _called_off(actor, at, follow_up_id, FollowUpStatus.DECLINED)
    if row is None:
        return
    FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
    messages.tell_talk_ends(
        actor=actor, at=at, talk=talks.talk_for(actor, follow_up_id), not_before_at=_quiet_until(actor, at)
    )
    _make_step(row, at)


@command(about="follow_up")
def take_back_calling_off(*, actor: Actor, at: datetime, follow_up_id: UUID) -> None:
    """A guest tapped by mistake: the appointment stands as it was, and nobody hears of it.

    For `TAKE_BACK` after the tap, by who tapped; else `TooLateToTakeBack`. `HourIsGone` where the hour went to somebody
    else meanwhile. An appointment that stands changes nothing.
    """
    seen = talks.follow_up_for(actor, follow_up_id)
    lock_hours(seen.gathering_id, talk_ids=[seen.pk])
    row = FollowUp.objects.get(pk=follow_up_id)
    if row.status == FollowUpStatus.SENT:
        return
    if not talks.can_take_back(row, by=actor.kind, at=at):
        raise TooLateToTakeBack()
    FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
    row.starts_at, row.ends_at = row.called_off_starts_at, row.called_off_ends_at
    if row.starts_at and row.ends_at:
        _take_hour_back(row, row.starts_at, row.ends_at)
    steps = NextStep.objects.filter(
        gathering_id=row.gathering_id, candidate_id=row.candidate_id, done_at=None
    )
    if row.called_off_at:
        steps.filter(made_at=row.called_off_at).delete()
    row.status, row.unsuitable_by = FollowUpStatus.SENT, ""
    row.called_off_at = row.called_off_starts_at = row.called_off_ends_at = None
    row.save()
    messages.hold_back_off(actor=actor, at=at, follow_up_id=row.pk)


def _called_off(actor: Actor, at: datetime, follow_up_id: UUID, status: FollowUpStatus) -> FollowUp | None:
    """The locked talk, called off now; None where it was before."""
    seen = talks.follow_up_for(actor, follow_up_id)
    lock_hours(seen.gathering_id, talk_ids=[seen.pk])
    row = FollowUp.objects.get(pk=follow_up_id)
    if row.status == status:
        return None
    if row.status != FollowUpStatus.SENT or row.outcome:
        raise TalkIsOver()
    row.status, row.unsuitable_by = status, actor.kind
    row.called_off_at, row.called_off_starts_at, row.called_off_ends_at = at, row.starts_at, row.ends_at
    row.save()
    return row


def _quiet_until(actor: Actor, at: datetime) -> datetime | None:
    return None if actor.kind == "staff" else at + TAKE_BACK


def _take_hour_back(row: FollowUp, starts_at: datetime, ends_at: datetime) -> None:
    hour = FreeBlock.objects.filter(entrepreneur_id=row.entrepreneur_id, starts_at=starts_at).first()
    if hour is None and row.unsuitable_by == "entrepreneur":
        # it went when the entrepreneur called it off
        hour = FreeBlock(
            gathering_id=row.gathering_id,
            entrepreneur_id=row.entrepreneur_id,
            starts_at=starts_at,
            ends_at=ends_at,
        )
    if hour is None or hour.taken_by_id not in (None, row.pk):
        raise HourIsGone()
    hour.taken_by = row
    hour.save()


def _make_step(row: FollowUp, at: datetime) -> None:
    """A person's step for the candidate: the one that waits, or a new one. Told already, by the message itself."""
    reason = StepReason.DECLINED if row.unsuitable_by == "candidate" else StepReason.TALK_OFF
    person = candidates.candidates_by_id([row.candidate_id])[row.candidate_id]
    step, is_new = NextStep.objects.get_or_create(
        gathering_id=row.gathering_id,
        candidate_id=row.candidate_id,
        defaults={
            "region_id": row.region_id,
            "organisation_id": row.organisation_id,
            "owner_id": person.assigned_to_id
            or gatherings.gathering_for(SYSTEM, row.gathering_id).contact_id,
            "reason": reason,
            "made_at": at,
            "told_at": at,
        },
    )
    if not is_new and step.done_at is not None:
        step.reason, step.words, step.made_at, step.told_at, step.done_at = reason, "", at, at, None
        step.introducer = step.firm = None
        step.save()
