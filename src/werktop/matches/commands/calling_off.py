"""An appointment called off: the moment does not suit, or the talk itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import SYSTEM, Actor
from werktop.audit.commands import command
from werktop.candidates import queries as candidates
from werktop.gatherings.queries import gatherings

from .. import messages
from ..models import FollowUp, FollowUpStatus, FreeBlock, NextStep, StepReason
from ..queries import talks
from ..queries.own_talk import BOTH, GUESTS, TAKE_BACK, is_called_off_by, is_quiet
from ..queries.owners import owners_for
from ..refusals import TalkIsOver, WhoSaidSo
from .calls import call_who_hears_too_late, forget_calls, unaware_of
from .first_block import take_first_block
from .waiting import lock_hours


@command(about="follow_up")
def say_it_does_not_suit(*, actor: Actor, at: datetime, follow_up_id: UUID, said_by: str = "") -> None:
    """A guest says through the own link that the appointment does not suit, or a colleague who heard so from one of the
    two (`said_by`: "candidate" or "entrepreneur", else `WhoSaidSo`).

    Both are told, calendars included, after the time in which it can be taken back (who is not written to, or too late,
    is to be called from then on); from then on it stands on Today, with
    the entrepreneur's next free hour proposed. An hour that the entrepreneur called off is no
    longer offered; one that the candidate called off is free for others. Saying it again changes nothing.
    """
    side = _who_said_so(actor, said_by)
    row, unaware = _called_off(actor, at, follow_up_id, FollowUpStatus.UNSUITABLE, side)
    if row is None:
        return
    block = FreeBlock.objects.filter(taken_by=row)
    block.delete() if side == "entrepreneur" else block.update(taken_by=None)
    quiet_until, talk = _quiet_until(row, at), talks.talk_for(actor, follow_up_id)
    # never again at the hour that did not suit; the next one goes out when the relationship manager says so
    take_first_block(row, at=at, besides=[row.starts_at] if row.starts_at else [])
    heard = messages.tell_talk_is_off(
        actor=actor, at=at, talk=talk, not_before_at=quiet_until, is_called=row.starts_at is None
    )
    _call_the_other(talk, side, heard, from_at=quiet_until or at, unaware=unaware)


@command(about="follow_up")
def decline_talk(*, actor: Actor, at: datetime, follow_up_id: UUID, said_by: str = "") -> None:
    """A guest says through the own link, or to a colleague (`said_by`: "candidate" or "entrepreneur", else `WhoSaidSo`):
    not this talk, whatever the moment. No reason asked.

    Both are told that it does not go on, in the same words, after the time in which it can be taken back (the other is to
    be called from then on where no message can be sent, or in time); the hour is
    free for others; a person takes the next step with the candidate, and reads then what it is about. Saying it
    again changes nothing.
    """
    side = _who_said_so(actor, said_by)
    row, unaware = _called_off(actor, at, follow_up_id, FollowUpStatus.DECLINED, side)
    if row is None:
        return
    FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
    quiet_until, talk = _quiet_until(row, at), talks.talk_for(actor, follow_up_id)
    heard = messages.tell_talk_ends(actor=actor, at=at, talk=talk, not_before_at=quiet_until)
    _call_the_other(talk, side, heard, from_at=quiet_until or at, unaware=unaware)
    make_step(row, at, is_told="candidate" in heard)


def _call_the_other(
    talk: talks.Talk, side: str, heard: Collection[str], *, from_at: datetime, unaware: list[str]
) -> None:
    others = [each for each in GUESTS if each != side and each in heard]
    hours = [talk.row.called_off_starts_at]
    call_who_hears_too_late(talk, others, from_at=from_at, hours=hours, unaware=unaware)


def _who_said_so(actor: Actor, said_by: str) -> str:
    """A guest speaks for oneself alone; a colleague says for which of the two."""
    side = actor.kind if actor.kind in GUESTS else said_by
    if side not in GUESTS:
        raise WhoSaidSo()
    return side


def _called_off(
    actor: Actor, at: datetime, follow_up_id: UUID, status: FollowUpStatus, side: str
) -> tuple[FollowUp | None, list[str]]:
    """The locked talk, called off now, or None where it was before; and who had still to be called about the appointment."""
    seen = talks.follow_up_for(actor, follow_up_id)
    lock_hours(seen.gathering_id, talk_ids=[seen.pk])
    row = FollowUp.objects.get(pk=follow_up_id)
    unaware = unaware_of(row, at)
    if is_quiet(row, at) and not is_called_off_by(row, side):
        return _called_off_by_both(row, status, side), unaware
    if row.status == status:
        return None, []
    if row.status != FollowUpStatus.SENT or row.outcome:
        raise TalkIsOver()
    row.status, row.unsuitable_by, row.called_off_noted_by = status, side, actor.kind
    row.called_off_at, row.called_off_starts_at, row.called_off_ends_at = at, row.starts_at, row.ends_at
    # what was to be said about the appointment is no longer so
    forget_calls(row)
    row.save()
    return row, unaware


def _called_off_by_both(row: FollowUp, status: FollowUpStatus, second: str) -> FollowUp | None:
    """The other did not know, and calls it off too: neither can put it back alone. Not this talk at all goes before not
    this moment; None where what was said first stands."""
    row.unsuitable_by = BOTH
    if status == FollowUpStatus.DECLINED or row.status == status:
        # who said as much knows it; who only said that the moment does not suit, and it ends, is called all the same
        forget_calls(row, [second])
    if status == FollowUpStatus.UNSUITABLE and second == "entrepreneur" and row.called_off_starts_at:
        FreeBlock.objects.filter(
            gathering_id=row.gathering_id,
            entrepreneur_id=row.entrepreneur_id,
            starts_at=row.called_off_starts_at,
            taken_by=None,
        ).delete()
    is_more = status == FollowUpStatus.DECLINED and row.status == FollowUpStatus.UNSUITABLE
    if is_more:
        row.status = status
        row.starts_at, row.ends_at = row.called_off_starts_at, row.called_off_ends_at
    row.save()
    return row if is_more else None


def _quiet_until(row: FollowUp, at: datetime) -> datetime | None:
    return at + TAKE_BACK if row.unsuitable_by in GUESTS else None


def make_step(row: FollowUp, at: datetime, *, is_told: bool = True, reason: StepReason | None = None) -> None:
    """A person's step for the candidate whose talk ends: the one that waits, or a new one. Told already, by the message
    itself or the guest's own page of the talk; not `is_told` for a talk of which the candidate never heard. None for who stopped.
    `reason`: what it is, where nobody called the talk off. What a colleague did before stays as it was written. For
    commands that hold the gathering."""
    person = candidates.candidates_by_id([row.candidate_id])[row.candidate_id]
    if person.left_at is not None:
        return
    if reason is None:
        reason = StepReason.DECLINED if row.unsuitable_by == "candidate" else StepReason.TALK_OFF
    contact_id = gatherings.gathering_for(SYSTEM, row.gathering_id).contact_id
    NextStep.objects.get_or_create(
        gathering_id=row.gathering_id,
        candidate_id=row.candidate_id,
        done_at=None,
        defaults={
            "region_id": row.region_id,
            "organisation_id": row.organisation_id,
            "owner_id": owners_for([person], contact_id)[person.pk],
            "reason": reason if is_told else StepReason.TALK_OVER,
            "made_at": at,
            "told_at": at if is_told else None,
        },
    )
