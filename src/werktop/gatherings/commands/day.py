"""What is done on the day: it starts, guests come and go, rounds begin and end, it is finished."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor, system_for
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands as candidates
from werktop.gatherings.day_refusals import (
    DayBeginsEarly,
    DayHasBegun,
    DayHasGuests,
    DayNotRunning,
    NoSeatsYet,
    NotFinishedYet,
    NotTheDayYet,
    NotYetHere,
    RoundHasClicks,
    RoundNotRunning,
    RoundsAreDone,
)
from werktop.gatherings.models import (
    Agreement,
    Click,
    Gathering,
    GatheringStatus,
    Guest,
    Round,
    TalentSeen,
)
from werktop.gatherings.queries.day import (
    can_take_back_start,
    gathering_on_the_day,
    gathering_to_lead,
    gathering_to_start,
    is_early,
    may_lead,
    may_start,
)
from werktop.gatherings.queries.rounds import last_round, round_now
from werktop.gatherings.queries.table import is_seated

from ..moments import days_until
from ..outdated import waits_too_late
from .outdated import withdraw_outdated


@command(about="gathering")
def start_day(*, actor: Actor, at: datetime, gathering_id: UUID, is_sure: bool = False) -> None:
    """The doors open: guests can be checked in. Refuses `DayHasBegun` once it runs, is over or was called off,
    `NotTheDayYet` before the day itself (for who leads it: before the evening before), and `DayBeginsEarly` more than an
    hour before the start unless `is_sure`."""
    gathering = gathering_to_start(actor, gathering_id)
    if not may_start(actor, gathering, at):
        raise NotTheDayYet()
    if gathering.status != GatheringStatus.PREPARING:
        raise DayHasBegun()
    if is_early(gathering, at) and not is_sure:
        raise DayBeginsEarly()
    gathering.status = GatheringStatus.RUNNING
    gathering.save(update_fields=["status"])


@command(about="gathering")
def take_back_start(*, actor: Actor, at: datetime, gathering_id: UUID) -> None:
    """The day was begun by mistake, or too early: it is prepared again. For who may begin it at this moment (`NotVisible`
    outside, `NotTheDayYet`). Refuses `DayHasGuests` once somebody is in or a round began; on a day that has not begun
    nothing happens."""
    gathering = gathering_to_start(actor, gathering_id)
    if gathering.status == GatheringStatus.PREPARING:
        return
    if not (may_lead(actor, gathering) or may_start(actor, gathering, at)):
        raise NotTheDayYet()
    _running(gathering)
    if not can_take_back_start(gathering):
        raise DayHasGuests()
    gathering.status = GatheringStatus.PREPARING
    gathering.save(update_fields=["status"])


@command(about="gathering")
def finish_day(*, actor: Actor, at: datetime, gathering_id: UUID) -> None:
    """The gathering is over. A round that still ran ends; talents seen go to the candidates' pictures; letters and
    mails of before that still wait are withdrawn. `NotTheDayYet` where its doors opened the evening before, and its day is
    still to come."""
    gathering = gathering_to_lead(actor, gathering_id)
    _running(gathering)
    if days_until(gathering, at) > 0:
        raise NotTheDayYet()
    Round.objects.filter(gathering=gathering, ended_at=None).update(ended_at=at)
    gathering.status = GatheringStatus.FINISHED
    gathering.save(update_fields=["status"])
    seen: dict[UUID, list[UUID]] = {}
    for candidate_id, term_id in TalentSeen.objects.filter(
        gathering=gathering, guest__arrived_at__isnull=False
    ).values_list("guest__candidate_id", "term_id"):
        seen.setdefault(candidate_id, []).append(term_id)
    for candidate_id, term_ids in sorted(seen.items()):
        pass_on_talents(at=at, gathering=gathering, candidate_id=candidate_id, term_ids=term_ids)
    if waits_too_late(gathering, at):
        withdraw_outdated(actor=actor, at=at, gathering_id=gathering.pk)


def pass_on_talents(*, at: datetime, gathering: Gathering, candidate_id: UUID, term_ids: list[UUID]) -> None:
    """Talents that a table saw become part of the candidate's own picture. Call it inside a command."""
    house = system_for(gathering.organisation_id, gathering.region_id)
    candidates.note_talents_seen(actor=house, at=at, candidate_id=candidate_id, term_ids=term_ids)


@command(about="guest")
def check_in(*, actor: Actor, at: datetime, guest_id: UUID) -> None:
    """A guest is there: also one who had not said yes, or who had left and is back. Twice changes nothing.

    Who is let in when all rounds are over was forgotten at the door, and counts as having been there from the start.
    """
    guest = _guest_at_the_door(actor, guest_id)
    gathering = guest.gathering
    are_rounds_over = last_round(gathering) == gathering.rounds and round_now(gathering) is None
    guest.arrived_at = guest.arrived_at or (from_the_start(gathering, at) if are_rounds_over else at)
    guest.left_at, guest.is_late_expected = None, False
    guest.save(update_fields=["arrived_at", "left_at", "is_late_expected"])


@command(about="guest")
def undo_check_in(*, actor: Actor, at: datetime, guest_id: UUID) -> None:
    """A wrong tap at the door: this guest is not there yet after all."""
    guest = _guest_at_the_door(actor, guest_id)
    guest.arrived_at = guest.left_at = None
    guest.save(update_fields=["arrived_at", "left_at"])


@command(about="guest")
def confirm_was_here(*, actor: Actor, at: datetime, guest_id: UUID, is_here: bool = True) -> None:
    """After the end: this guest was there, and the door forgot. From the start of the day, so at every table of theirs;
    talents that were seen go to the picture now. `is_here` False takes it, or a wrong check-in, back.

    For who leads the day (`NotVisible`); refuses `NotFinishedYet` before the end.
    """
    found = Guest.objects.filter(pk=guest_id).first()
    if found is None:
        raise NotVisible()
    # the gathering first, as at the tables and where talks are proposed and sent
    gathering = gathering_to_lead(actor, found.gathering_id)
    if gathering.status != GatheringStatus.FINISHED:
        raise NotFinishedYet()
    guest = Guest.objects.select_for_update(no_key=True).get(pk=guest_id)
    if is_here == (guest.arrived_at is not None):
        return
    guest.arrived_at, guest.left_at = (from_the_start(gathering, at) if is_here else None), None
    guest.save(update_fields=["arrived_at", "left_at"])
    seen = list(TalentSeen.objects.filter(guest=guest).order_by("id").values_list("term_id", flat=True))
    if is_here and seen and guest.candidate_id:
        pass_on_talents(at=at, gathering=gathering, candidate_id=guest.candidate_id, term_ids=seen)


def from_the_start(gathering: Gathering, at: datetime) -> datetime:
    """When a guest came whom the door forgot: nobody knows, so at the hour of the invitation."""
    return min(gathering.starts_at, at)


@command(about="guest")
def expect_late(*, actor: Actor, at: datetime, guest_id: UUID, is_late: bool = True) -> None:
    """A guest called: comes later. Keeps a chair in what is planned anew. `is_late` False takes it back."""
    guest = _guest_at_the_door(actor, guest_id)
    guest.is_late_expected = is_late and guest.arrived_at is None
    guest.save(update_fields=["is_late_expected"])


@command(about="guest")
def note_left_early(*, actor: Actor, at: datetime, guest_id: UUID, is_left: bool = True) -> None:
    """A guest goes home before the end; the chair is free in rounds to come. `is_left` False takes it back."""
    guest = _guest_at_the_door(actor, guest_id)
    if guest.arrived_at is None:
        raise NotYetHere()
    guest.left_at = (guest.left_at or at) if is_left else None
    guest.save(update_fields=["left_at"])


@command(about="gathering")
def begin_round(*, actor: Actor, at: datetime, gathering_id: UUID, number: int) -> None:
    """Round `number` begins: from now on its seats are facts. The one before ends where it still ran.

    Beginning a round that has begun changes nothing (two colleagues may tap). Refuses `NoSeatsYet` and
    `RoundsAreDone`, and a round out of turn.
    """
    gathering = gathering_to_lead(actor, gathering_id)
    _running(gathering)
    if not is_seated(gathering):
        raise NoSeatsYet()
    last = last_round(gathering)
    if 1 <= number <= last:
        return
    if number != last + 1 or number > gathering.rounds:
        raise RoundsAreDone()
    Round.objects.filter(gathering=gathering, ended_at=None).update(ended_at=at)
    Round.objects.create(gathering=gathering, number=number, started_at=at)


@command(about="gathering")
def end_round(*, actor: Actor, at: datetime, gathering_id: UUID, number: int) -> None:
    """Round `number` is over. Ending it twice changes nothing."""
    gathering = gathering_to_lead(actor, gathering_id)
    _running(gathering)
    if number > last_round(gathering):
        raise RoundNotRunning()
    Round.objects.filter(gathering=gathering, number=number, ended_at=None).update(ended_at=at)


@command(about="gathering")
def take_back_round(*, actor: Actor, at: datetime, gathering_id: UUID, number: int) -> None:
    """The round was begun by mistake. Refuses `RoundHasClicks` once anything was noted since it began."""
    gathering = gathering_to_lead(actor, gathering_id)
    running = round_now(gathering)
    if running is None or running.number != number:
        raise RoundNotRunning()
    since = {"gathering": gathering, "noted_at__gte": running.started_at}
    if any(model.objects.filter(**since).exists() for model in (Click, TalentSeen, Agreement)):
        raise RoundHasClicks()
    running.delete()


def _guest_at_the_door(actor: Actor, guest_id: UUID) -> Guest:
    found = Guest.objects.filter(pk=guest_id).first()
    if found is None:
        raise NotVisible()
    seen = gathering_on_the_day(actor, found.gathering_id)
    # as at the tables: who ends the day, takes this guest off the list or stands at another door has seen who is in, or
    # is waited for
    gathering = Gathering.objects.select_for_update(no_key=True).get(pk=seen.pk)
    _running(gathering)
    guest = Guest.objects.select_related("gathering").filter(pk=guest_id).first()
    if guest is None:
        raise NotVisible()
    return guest


def _running(gathering: Gathering) -> None:
    if gathering.status != GatheringStatus.RUNNING:
        raise DayNotRunning()
