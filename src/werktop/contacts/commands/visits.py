"""A visit to an employer is planned, moved, called off, and becomes a contact moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.refusals import DayOutOfReach, NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.contacts.models import Channel, ContactMoment, Visit
from werktop.contacts.queries.visits import (
    UnvisitedFilters,
    VisitFilters,
    found_visits,
    unvisited,
    visit_facts,
)
from werktop.employers import queries as employers

from .moments import MOST_DAYS, note_contact
from .whose import colleague_who_does

MOST_PURPOSE, MOST_QUESTIONS = 200, 1000


class WhyMoved(Refusal):
    text = _("Schrijf in een paar woorden waarom het bezoek een ander moment krijgt.")


class WhyCalledOff(Refusal):
    text = _("Schrijf in een paar woorden waarom het bezoek niet doorgaat.")


class NotOfThisFirm(Refusal):
    text = _("Kies iemand van dit bedrijf.")


class IsOver(Refusal):
    text = _("Dit bezoek is al geweest of gaat niet door. Kijk wat er nu staat.")


@command(about="visit")
def plan_visit(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    starts_at: datetime,
    minutes: int = 60,
    entrepreneur_id: UUID | None = None,
    account_id: UUID | None = None,
    purpose: str = "",
    questions: str = "",
) -> UUID:
    """Somebody of the own organisation (`account_id`, or the actor) goes to a firm of the region. `questions` are one a line.
    Refuses `DayOutOfReach`, `NotOfThisFirm`, `ColleagueIsElsewhere`. Returns the visit's key."""
    actor.require("edit_candidates")
    employers.employer_for(actor, employer_id)
    visit = Visit(
        organisation_id=actor.organisation_id,
        region_id=actor.region_id,
        employer_id=employer_id,
        starts_at=_within_reach(starts_at, at),
        minutes=minutes,
        entrepreneur_id=_of_firm(entrepreneur_id, employer_id),
        account_id=colleague_who_does(actor, account_id),
        purpose=_line(purpose),
        questions=_lines(questions),
        made_at=at,
        changed_at=at,
    )
    visit.save()
    return visit.pk


@command(about="visit")
def change_visit(
    *,
    actor: Actor,
    at: datetime,
    visit_id: UUID,
    starts_at: datetime,
    minutes: int = 60,
    entrepreneur_id: UUID | None = None,
    account_id: UUID | None = None,
    purpose: str = "",
    questions: str = "",
    reason: str = "",
    version: str = "",
) -> None:
    """It is on another moment, with a `reason` (`WhyMoved`), or something else about it is otherwise. Refuses as `plan_visit` does,
    `IsOver` and `ChangedMeanwhile`."""
    visit = _still_to_make(actor, visit_id)
    if version:
        refuse_changed(version, visit_facts(visit))
    if starts_at != visit.starts_at:
        if not _line(reason):
            raise WhyMoved(field="reason")
        visit.starts_at, visit.reason = _within_reach(starts_at, at), _line(reason)
    visit.minutes, visit.changed_at = minutes, at
    if entrepreneur_id != visit.entrepreneur_id:
        visit.entrepreneur_id = _of_firm(entrepreneur_id, visit.employer_id)
    if account_id != visit.account_id:
        visit.account_id = colleague_who_does(actor, account_id)
    visit.purpose, visit.questions = _line(purpose), _lines(questions)
    visit.save()


@command(about="visit")
def call_off_visit(*, actor: Actor, at: datetime, visit_id: UUID, reason: str) -> None:
    """It does not take place, and why (`WhyCalledOff`). Saying it again changes nothing."""
    visit = visit_to_edit(actor, visit_id)
    if not _line(reason):
        raise WhyCalledOff(field="reason")
    if visit.done_at:
        raise IsOver()
    if visit.cancelled_at is None:
        visit.cancelled_at, visit.changed_at, visit.reason = at, at, _line(reason)
        visit.save()


@command(about="visit")
def reopen_visit(*, actor: Actor, at: datetime, visit_id: UUID) -> None:
    """Called off by mistake: it is planned again."""
    visit = visit_to_edit(actor, visit_id)
    if visit.cancelled_at is not None:
        visit.cancelled_at, visit.changed_at, visit.reason = None, at, ""
        visit.save()


@command(about="visit")
def note_visit(
    *, actor: Actor, at: datetime, visit_id: UUID, words: str = "", is_about_work: bool = False
) -> UUID:
    """It was made: the visit becomes a contact moment of its day, with whom. Refuses `IsOver` and what `note_contact`
    refuses. Returns the moment's key."""
    visit = _still_to_make(actor, visit_id)
    key = note_contact(
        actor=actor,
        at=at,
        channel=Channel.VISIT,
        day=min(timezone.localdate(visit.starts_at), timezone.localdate(at)),
        words=words,
        employer_id=visit.employer_id,
        entrepreneur_ids=[visit.entrepreneur_id] if visit.entrepreneur_id else [],
        is_about_work=is_about_work,
    )
    became(actor, at, visit_id, key)
    return key


def became(actor: Actor, at: datetime, visit_id: UUID, moment_id: UUID) -> None:
    """The same inside another command that noted the moment. What was called off and took place all the same was made."""
    visit = visit_to_edit(actor, visit_id)
    if visit.done_at is None:
        visit.cancelled_at, visit.done_at, visit.moment_id = None, at, moment_id
        visit.save()


def became_of_first(actor: Actor, at: datetime, visit_id: UUID, moment_ids: list[UUID]) -> None:
    """The same of the first of these moments that was with the firm of the visit; of none where none was."""
    visit = visit_to_edit(actor, visit_id)
    there = ContactMoment.objects.filter(pk__in=moment_ids, employer_id=visit.employer_id)
    if key := there.order_by("id").values_list("pk", flat=True).first():
        became(actor, at, visit_id, key)


@command(about="visit")
def take_back_visit(*, actor: Actor, at: datetime, visit_id: UUID) -> UUID:
    """It was planned by mistake: it goes with its history. Returns the employer's key."""
    visit = visit_to_edit(actor, visit_id)
    erase(visit)
    return visit.employer_id


@command(about="visits")
def note_visits_taken(*, actor: Actor, at: datetime, filters: VisitFilters) -> None:
    """The actor downloads the visits that fit `filters`: an audit line with how many."""
    actor.require("see_employers")
    tell(count=found_visits(actor, filters, at).count())


@command(about="employers")
def note_unvisited_taken(*, actor: Actor, at: datetime, filters: UnvisitedFilters) -> None:
    """The actor downloads the firms that nobody visited for long: an audit line with how many."""
    actor.require("see_employers")
    tell(count=unvisited(actor, filters, at).count())


def visit_to_edit(actor: Actor, visit_id: UUID) -> Visit:
    """The visit, locked, if it is of the actor's organisation; else `NotVisible`."""
    actor.require("edit_candidates")
    found = Visit.objects.select_for_update().filter(pk=visit_id, organisation_id=actor.organisation_id)
    visit = found.first()
    if visit is None:
        raise NotVisible()
    return visit


def _still_to_make(actor: Actor, visit_id: UUID) -> Visit:
    visit = visit_to_edit(actor, visit_id)
    if visit.done_at or visit.cancelled_at:
        raise IsOver()
    return visit


def _within_reach(starts_at: datetime, at: datetime) -> datetime:
    if abs(starts_at - at) > timedelta(days=MOST_DAYS):
        raise DayOutOfReach(field="day")
    return starts_at


def _of_firm(entrepreneur_id: UUID | None, employer_id: UUID) -> UUID | None:
    if entrepreneur_id is None:
        return None
    employers.hold_entrepreneurs([entrepreneur_id])
    person = employers.entrepreneurs_by_id([entrepreneur_id]).get(entrepreneur_id)
    if person is None or person.employer_id != employer_id:
        raise NotOfThisFirm(field="entrepreneur_id")
    return entrepreneur_id


def _line(words: str) -> str:
    return " ".join(words.replace("\x00", "").split())[:MOST_PURPOSE]


def _lines(words: str) -> str:
    lines = [" ".join(line.split()) for line in words.replace("\x00", "").splitlines()]
    return "\n".join(line for line in lines if line)[:MOST_QUESTIONS]
