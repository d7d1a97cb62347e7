"""What was promised: a reminder is made, done, and handed to a colleague."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import erase
from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.audit.versions import refuse_changed
from werktop.contacts.models import Reminder
from werktop.contacts.queries.versions import facts_of_reminder
from werktop.contacts.queries.visible import reads_reminder
from werktop.contacts.refusals import WhatIsMissing

from .diagnoses import refuse_a_diagnosis
from .moments import MOST_DAYS
from .people import checked_with, set_people
from .whose import colleague_who_does


@command(about="reminder")
def add_reminder(
    *,
    actor: Actor,
    at: datetime,
    what: str,
    due_date: date,
    owner_id: UUID | None = None,
    candidate_ids: Collection[UUID] = (),
    entrepreneur_ids: Collection[UUID] = (),
    employer_id: UUID | None = None,
    is_about_work: bool = False,
    note_id: UUID | None = None,
) -> UUID:
    """Something to do by `due_date`, for the actor or for a colleague of the own organisation (`owner_id`). Refuses
    `WhatIsMissing`, `DayOutOfReach`, `ColleagueIsElsewhere`, and `NamesADiagnosis` as contact does. Returns the reminder's key."""
    actor.require("edit_candidates")
    said = _said(what)
    _within_reach(due_date, at)
    people = checked_with(
        actor, candidate_ids=candidate_ids, entrepreneur_ids=entrepreneur_ids, employer_id=employer_id
    )
    refuse_a_diagnosis(said, field="what", is_of_somebody=people.is_of_somebody, is_about_work=is_about_work)
    reminder = Reminder.objects.create(
        organisation_id=actor.organisation_id,
        region_id=actor.region_id,
        what=said,
        due_date=due_date,
        owner_id=colleague_who_does(actor, owner_id),
        employer_id=people.employer_id,
        note_id=note_id,
        made_at=at,
    )
    set_people(reminder, people)
    return reminder.pk


@command(about="reminder")
def do_reminder(*, actor: Actor, at: datetime, reminder_id: UUID) -> None:
    """It is done, by the actor. Saying it again keeps who was first."""
    reminder = reminder_to_edit(actor, at, reminder_id)
    if reminder.done_at is None:
        reminder.done_at, reminder.done_by_id = at, actor.id if actor.kind == "staff" else None
        reminder.save(update_fields=["done_at", "done_by"])


@command(about="reminder")
def reopen_reminder(*, actor: Actor, at: datetime, reminder_id: UUID) -> None:
    """It was not done after all."""
    reminder = reminder_to_edit(actor, at, reminder_id)
    if reminder.done_at is not None:
        reminder.done_at = reminder.done_by = None
        reminder.save(update_fields=["done_at", "done_by"])


@command(about="reminder")
def put_off_reminder(*, actor: Actor, at: datetime, reminder_id: UUID, due_date: date) -> str:
    """It comes back on another day; `DayOutOfReach` where that is years away. Returns the day on which it stood, so that it can
    be put back."""
    reminder = reminder_to_edit(actor, at, reminder_id)
    was = reminder.due_date.isoformat()
    reminder.due_date = _within_reach(due_date, at)
    reminder.save(update_fields=["due_date"])
    return was


@command(about="reminder")
def change_reminder(
    *,
    actor: Actor,
    at: datetime,
    reminder_id: UUID,
    what: str,
    due_date: date,
    is_about_work: bool = False,
    version: str = "",
) -> None:
    """What was promised, or its day, is put right, by who reads it. Refuses as
    `add_reminder` does, and `ChangedMeanwhile`."""
    reminder = reminder_to_edit(actor, at, reminder_id)
    if version:
        refuse_changed(version, facts_of_reminder(reminder, reminder.what))
    said = _said(what)
    if said != reminder.what:
        is_of_somebody = reminder.people.filter(candidate__isnull=False).exists()
        refuse_a_diagnosis(said, field="what", is_of_somebody=is_of_somebody, is_about_work=is_about_work)
    reminder.what, reminder.due_date = said, _within_reach(due_date, at)
    reminder.save(update_fields=["what", "due_date"])


@command(about="reminder")
def hand_reminder_to(*, actor: Actor, at: datetime, reminder_id: UUID, account_id: UUID) -> None:
    """Another relationship manager of the own organisation does it; else `ColleagueIsElsewhere`."""
    reminder = reminder_to_edit(actor, at, reminder_id)
    reminder.owner_id = colleague_who_does(actor, account_id)
    reminder.save(update_fields=["owner"])


@command(about="reminder")
def take_back_reminder(*, actor: Actor, at: datetime, reminder_id: UUID) -> None:
    """It was made by mistake: it goes with its history."""
    erase(reminder_to_edit(actor, at, reminder_id))


def reminder_to_edit(actor: Actor, at: datetime, reminder_id: UUID) -> Reminder:
    """The reminder, locked, if it is of the actor's organisation and the actor reads what it says; else `NotVisible`."""
    actor.require("edit_candidates")
    found = Reminder.objects.select_for_update().filter(pk=reminder_id, organisation_id=actor.organisation_id)
    reminder = found.first()
    if reminder is None or (actor.kind != "system" and not reads_reminder(actor, reminder_id, at)):
        raise NotVisible()
    return reminder


def _said(what: str) -> str:
    said = " ".join(what.replace("\x00", "").split())[:200]
    if not said:
        raise WhatIsMissing(field="what")
    return said


def _within_reach(day: date, at: datetime) -> date:
    if abs((day - timezone.localdate(at)).days) > MOST_DAYS:
        raise DayOutOfReach(field="due_date")
    return day
