"""A tap by mistake taken back: an appointment that was called off stands again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.post.queries import has_gone_out

from .. import messages
from ..models import ENDED, FollowUp, FollowUpStatus, FreeBlock, NextStep, StepReason
from ..queries import talks
from ..queries.own_talk import agreed_hour, can_take_back, is_quiet
from ..queries.room import hours_of_talks
from ..refusals import EnoughTalks, GuestSaidSo, HourIsGone, PlaceIsTaken, TooLateToTakeBack
from .calls import calls_as_they_were
from .maximum import refuse_above_maximum
from .waiting import lock_hours


@command(about="follow_up")
def take_back_calling_off(*, actor: Actor, at: datetime, follow_up_id: UUID) -> bool:
    """A tap by mistake: the appointment stands as it was, and nobody hears of it; who has not read of it yet still does.

    For `TAKE_BACK` after the tap, and as long as nobody was told; else `TooLateToTakeBack`. By who said so; a colleague
    only where a colleague noted it (`GuestSaidSo`). `HourIsGone`
    where either of the two has something else at that hour meanwhile, `PlaceIsTaken` where a talk with somebody else took
    its place. An appointment that stands changes nothing. Returns whether it was put back.
    """
    seen = talks.follow_up_for(actor, follow_up_id)
    lock_hours(seen.gathering_id, talk_ids=[seen.pk], entrepreneur_id=seen.entrepreneur_id)
    row = FollowUp.objects.get(pk=follow_up_id)
    if row.status == FollowUpStatus.SENT:
        return False
    if not is_quiet(row, at) or row.called_off_at is None:
        raise TooLateToTakeBack()
    if not can_take_back(row, by=actor.kind, at=at):
        raise GuestSaidSo() if actor.kind == "staff" else TooLateToTakeBack()
    # this waits for a message that is leaving right now: what was told counts, not when the tap came in
    messages.hold_back(actor=actor, at=at, follow_up_id=row.pk, purposes=messages.OFF)
    if has_gone_out(
        about_kind="follow_up", about_id=row.pk, purposes=messages.OFF, laid_down_from=row.called_off_at
    ):
        raise TooLateToTakeBack()
    if row.status in ENDED:
        _refuse_where_its_place_is_taken(row, row.called_off_at)
    FreeBlock.objects.filter(taken_by=row).update(taken_by=None)
    row.starts_at, row.ends_at = agreed_hour(row)
    if row.starts_at and row.ends_at:
        _take_hour_back(row, row.starts_at, row.ends_at)
    # the step that came with it goes, unless a colleague did something with it already
    NextStep.objects.filter(
        gathering_id=row.gathering_id,
        candidate_id=row.candidate_id,
        made_at=row.called_off_at,
        reason__in=(StepReason.DECLINED, StepReason.TALK_OFF, StepReason.TALK_OVER),
        done_at=None,
        is_chosen=False,
        words="",
    ).delete()
    row.status, row.unsuitable_by = FollowUpStatus.SENT, ""
    row.called_off_at = row.called_off_starts_at = row.called_off_ends_at = None
    row.called_off_noted_by = ""
    calls_as_they_were(row)
    row.save()
    messages.tell_again(actor=actor, at=at, talk=talks.talk_for(actor, follow_up_id))
    return True


def _refuse_where_its_place_is_taken(row: FollowUp, since: datetime) -> None:
    """`PlaceIsTaken` where one of the two got another talk meanwhile and has as many as wanted with it."""
    others = FollowUp.objects.filter(gathering_id=row.gathering_id).exclude(status__in=ENDED)
    others = others.filter(Q(candidate_id=row.candidate_id) | Q(entrepreneur_id=row.entrepreneur_id))
    if not others.filter(Q(made_at__gte=since) | Q(sent_at__gte=since)).exists():
        return
    try:
        refuse_above_maximum(
            row.gathering_id, row.candidate_id, row.entrepreneur_id, is_more_for_candidate=True
        )
    except EnoughTalks:
        raise PlaceIsTaken() from None


def _take_hour_back(row: FollowUp, starts_at: datetime, ends_at: datetime) -> None:
    others = hours_of_talks([row.candidate_id]).get(row.candidate_id, {})
    others.pop(row.pk, None)
    around = FreeBlock.objects.filter(
        entrepreneur_id=row.entrepreneur_id, starts_at__lt=ends_at, ends_at__gt=starts_at
    )
    if any(span.starts_at < ends_at and starts_at < span.ends_at for span in others.values()):
        raise HourIsGone()
    if around.exclude(taken_by=None).exists():
        raise HourIsGone()
    hour = around.filter(starts_at=starts_at).first()
    was_offered = _was_offered(row, starts_at)
    if hour is None and (row.unsuitable_by == "entrepreneur" or not was_offered):
        # it went when the entrepreneur called it off, or with the talk
        hour = FreeBlock(
            gathering_id=row.gathering_id,
            entrepreneur_id=row.entrepreneur_id,
            starts_at=starts_at,
            ends_at=ends_at,
            is_offered=was_offered,
        )
    if hour is None or (hour.gathering_id, hour.ends_at) != (row.gathering_id, ends_at):
        raise HourIsGone()
    hour.taken_by = row
    hour.save()


def _was_offered(row: FollowUp, starts_at: datetime) -> bool:
    """Whether the hour that this talk had was one that the entrepreneur gave."""
    history = FreeBlock.pgh_event_model  # type: ignore[attr-defined]
    lines = history.objects.filter(taken_by_id=row.pk, starts_at=starts_at).order_by("-pgh_id")
    return bool(lines.values_list("is_offered", flat=True).first() is not False)
