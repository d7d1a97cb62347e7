"""Entrepreneurs who coach a candidate or introduce one to a firm that they know. Only with the candidate's yes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from werktop.ambassadors.models import Agreed, Coaching, Introduction, Outcome
from werktop.ambassadors.queries.coaching import coaching_visible_to, introductions_visible_to
from werktop.ambassadors.refusals import CoachesAlready, DoesNotWantThat, NobodyThere, NoName, YesIsToCome
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import erase
from werktop.audit.refusals import NotVisible, refuse_far_day
from werktop.candidates import queries as candidates
from werktop.candidates.commands import NamesADiagnosis
from werktop.catalogue.suspicions import suspicion_in
from werktop.employers import queries as employers

from .whose import account_of, said


@command(about="coaching")
def start_coaching(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    entrepreneur_id: UUID,
    about: str,
    agreed_how: str,
    agreed_date: date,
    since_date: date | None = None,
) -> UUID:
    """An entrepreneur of the region coaches a candidate of the own organisation, who agreed. Refuses `NothingSaid`,
    `NamesADiagnosis`, `YesIsToCome`, `NobodyThere`, `TakesPartNoMore`, `CoachesAlready`. Returns its key."""
    facts = _with_a_yes(actor, at, candidate_id, entrepreneur_id, agreed_how, agreed_date)
    candidates.hold_who_is_here([candidate_id])
    since = since_date or timezone.localdate(at)
    refuse_far_day(since, timezone.localdate(at), "since_date")
    try:
        with transaction.atomic():
            row = Coaching.objects.create(
                about=_plain(about, 200, "about", is_needed=True), since_date=since, **facts
            )
    except IntegrityError as fault:
        raise CoachesAlready(field="entrepreneur_id") from fault
    return row.pk


@command(about="coaching")
def end_coaching(*, actor: Actor, at: datetime, coaching_id: UUID, outcome: str = "") -> UUID:
    """It ends today, with what it brought in a few words. Returns the candidate's key."""
    row = _coaching_to_edit(actor, coaching_id)
    if row.until_date is None:
        row.until_date = max(timezone.localdate(at), row.since_date)
    row.outcome = _plain(outcome, 300, "outcome") or row.outcome
    row.save(update_fields=["until_date", "outcome"])
    return row.candidate_id


@command(about="coaching")
def resume_coaching(*, actor: Actor, at: datetime, coaching_id: UUID) -> UUID:
    """It did not end after all. `CoachesAlready` where the two began anew meanwhile, `TakesPartNoMore` where one of them
    stopped."""
    pairs = coaching_visible_to(actor).filter(pk=coaching_id).order_by()
    for candidate_id, entrepreneur_id in pairs.values_list("candidate_id", "entrepreneur_id"):
        # before the row itself: who stops is held first
        candidates.hold_who_is_here([candidate_id])
        employers.hold_who_is_here([entrepreneur_id])
    row = _coaching_to_edit(actor, coaching_id)
    again = Coaching.objects.filter(
        candidate_id=row.candidate_id, entrepreneur_id=row.entrepreneur_id, until_date=None
    )
    if again.exclude(pk=row.pk).exists():
        raise CoachesAlready()
    row.until_date = None
    row.save(update_fields=["until_date"])
    return row.candidate_id


@command(about="coaching")
def take_back_coaching(*, actor: Actor, at: datetime, coaching_id: UUID) -> UUID:
    """It was noted by mistake: it goes, with its history. Returns the candidate's key."""
    row = _coaching_to_edit(actor, coaching_id)
    whose = row.candidate_id
    erase(row)
    return whose


@command(about="introduction")
def note_introduction(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    entrepreneur_id: UUID,
    firm_name: str,
    agreed_how: str,
    agreed_date: date,
) -> UUID:
    """An entrepreneur who met a candidate introduces them to a firm; tied to the region's firm of that name where there is one.
    Refuses `NoName`, `YesIsToCome`, `DoesNotWantThat`, `NobodyThere`. Returns its key."""
    facts = _with_a_yes(actor, at, candidate_id, entrepreneur_id, agreed_how, agreed_date)
    if candidate_id in candidates.not_to_be_proposed([candidate_id]):
        raise DoesNotWantThat()
    called = " ".join(said(firm_name, 120).split())
    if not called:
        raise NoName(field="firm_name")
    there = employers.employers_in_region(actor).filter(name__iexact=called).first()
    row = Introduction.objects.create(firm_name=called, employer=there, **facts)
    return row.pk


@command(about="introduction")
def note_introduction_outcome(
    *, actor: Actor, at: datetime, introduction_id: UUID, outcome: str, words: str = ""
) -> UUID:
    """What came of it; what was said before stays in the history. Returns the candidate's key."""
    row = introduction_to_edit(actor, introduction_id)
    row.outcome, row.words, row.heard_at = Outcome(outcome), _plain(words, 300, "words"), at
    row.save()
    return row.candidate_id


@command(about="introduction")
def take_back_introduction(*, actor: Actor, at: datetime, introduction_id: UUID) -> UUID:
    """It was noted by mistake: it goes, with its history. Returns the candidate's key."""
    row = introduction_to_edit(actor, introduction_id)
    whose = row.candidate_id
    erase(row)
    return whose


def _with_a_yes(
    actor: Actor, at: datetime, candidate_id: UUID, entrepreneur_id: UUID, agreed_how: str, agreed_date: date
) -> dict[str, Any]:
    actor.require("edit_candidates")
    candidates.hold_candidates([candidate_id])
    candidate = candidates.candidate_for(actor, candidate_id)
    employers.hold_entrepreneurs([entrepreneur_id])
    person = employers.entrepreneurs_in_region(actor).filter(pk=entrepreneur_id).first()
    if person is None:
        raise NobodyThere(field="entrepreneur_id")
    if agreed_date > timezone.localdate(at):
        raise YesIsToCome(field="agreed_date")
    return {
        "organisation_id": candidate.organisation_id,
        "region_id": candidate.region_id,
        "candidate": candidate,
        "entrepreneur": person,
        "agreed_how": Agreed(agreed_how),
        "agreed_date": agreed_date,
        "noted_by_id": account_of(actor),
        "noted_at": at,
    }


def _plain(words: str, limit: int, field: str, *, is_needed: bool = False) -> str:
    found = said(words, limit, field=field, is_needed=is_needed)
    if word := suspicion_in(found):
        raise NamesADiagnosis(word, field=field)
    return found


def _coaching_to_edit(actor: Actor, coaching_id: UUID) -> Coaching:
    seen = coaching_visible_to(actor).filter(pk=coaching_id).order_by()
    candidates.hold_candidates(seen.values_list("candidate_id", flat=True))
    row = Coaching.objects.select_for_update().filter(pk__in=seen.values("pk")).first()
    if row is None:
        raise NotVisible()
    return row


def introduction_to_edit(actor: Actor, introduction_id: UUID) -> Introduction:
    """An introduction of a candidate of the own organisation, locked with that candidate; else `NotVisible`."""
    seen = introductions_visible_to(actor).filter(pk=introduction_id).order_by()
    candidates.hold_candidates(seen.values_list("candidate_id", flat=True))
    row = Introduction.objects.select_for_update().filter(pk__in=seen.values("pk")).first()
    if row is None:
        raise NotVisible()
    return row
