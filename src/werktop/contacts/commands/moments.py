"""A contact moment is noted, changed, and taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import erase
from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.audit.versions import refuse_changed
from werktop.candidates import queries as candidates
from werktop.candidates.commands import note_in_touch, take_back_in_touch
from werktop.contacts.models import Channel, ContactMoment, Role, Visit
from werktop.contacts.queries.versions import facts_of
from werktop.contacts.queries.visible import reads_moment
from werktop.contacts.refusals import IsStillToCome, WithNobody
from werktop.employers import queries as employers

from .diagnoses import refuse_a_diagnosis
from .people import With, checked_with, set_people

MOST_WORDS = 4000
MOST_DAYS = 731


@command(about="contact_moment")
def note_contact(
    *,
    actor: Actor,
    at: datetime,
    channel: str,
    day: date,
    words: str = "",
    is_reached: bool = True,
    candidate_ids: Collection[UUID] = (),
    entrepreneur_ids: Collection[UUID] = (),
    employer_id: UUID | None = None,
    about_ids: Collection[UUID] = (),
    is_about_work: bool = False,
    note_id: UUID | None = None,
) -> UUID:
    """Contact on `day` with candidates of the own organisation, with people of the region's firms, or with both.

    A candidate counts as in touch from then on; who was only tried (`is_reached` False) does not, nor do those whom the words are
    about (`about_ids`). Refuses `WithNobody`,
    `IsStillToCome`, `DayOutOfReach`, and `NamesADiagnosis` unless its words were said to be about work. Returns its key.
    """
    actor.require("edit_candidates")
    people = _somebody(actor, candidate_ids, entrepreneur_ids, employer_id, about_ids)
    refuse_a_diagnosis(
        words, field="words", is_of_somebody=people.is_of_somebody, is_about_work=is_about_work
    )
    moment = ContactMoment.objects.create(
        organisation_id=actor.organisation_id,
        region_id=actor.region_id,
        channel=Channel(channel),
        happened_at=_moment_of(day, at),
        by_id=actor.id if actor.kind == "staff" else None,
        employer_id=people.employer_id,
        words=tidy(words),
        is_reached=is_reached,
        note_id=note_id,
        noted_at=at,
    )
    set_people(moment, people)
    if is_reached:
        _note_in_touch(actor, at, people.candidate_ids, moment.happened_at)
    return moment.pk


@command(about="contact_moment")
def change_contact(
    *,
    actor: Actor,
    at: datetime,
    contact_moment_id: UUID,
    channel: str,
    day: date,
    words: str = "",
    is_reached: bool = True,
    candidate_ids: Collection[UUID] = (),
    entrepreneur_ids: Collection[UUID] = (),
    employer_id: UUID | None = None,
    about_ids: Collection[UUID] = (),
    is_about_work: bool = False,
    version: str = "",
) -> None:
    """What was noted is put right, by who reads it (`queries.visible`). Who it was not with
    after all is no longer in touch by it. Refuses as `note_contact` does, and `ChangedMeanwhile`."""
    moment = moment_to_edit(actor, at, contact_moment_id, {*candidate_ids, *about_ids}, entrepreneur_ids)
    if version:
        refuse_changed(version, facts_of(moment, moment.words))
    people = _somebody(actor, candidate_ids, entrepreneur_ids, employer_id, about_ids)
    if tidy(words) != moment.words:
        refuse_a_diagnosis(
            words, field="words", is_of_somebody=people.is_of_somebody, is_about_work=is_about_work
        )
    was, were = moment.happened_at, _candidates_of(moment) if moment.is_reached else []
    if timezone.localdate(was) != day:
        moment.happened_at = _moment_of(day, at)
    moment.channel, moment.words, moment.employer_id = Channel(channel), tidy(words), people.employer_id
    moment.is_reached = is_reached
    moment.save()
    set_people(moment, people)
    stayed = people.candidate_ids if is_reached and moment.happened_at == was else ()
    gone = [key for key in were if key not in stayed]
    if gone:
        take_back_in_touch(actor=actor, at=at, candidate_ids=gone, contact_at=was)
    if is_reached:
        _note_in_touch(actor, at, people.candidate_ids, moment.happened_at)


@command(about="contact_moment")
def take_back_contact(*, actor: Actor, at: datetime, contact_moment_id: UUID) -> None:
    """It was noted by mistake: the moment goes with its history, and counts as contact no more."""
    take_back(actor, at, moment_to_edit(actor, at, contact_moment_id))


def take_back(actor: Actor, at: datetime, moment: ContactMoment) -> None:
    """The same inside another command."""
    were, was = _candidates_of(moment), moment.happened_at
    key = moment.pk
    erase(moment)
    # the visit that it came from is still to be made, or to be noted otherwise
    Visit.objects.filter(moment_id=key).update(moment_id=None, done_at=None)
    if were and moment.is_reached:
        take_back_in_touch(actor=actor, at=at, candidate_ids=were, contact_at=was)


def moment_to_edit(
    actor: Actor,
    at: datetime,
    moment_id: UUID,
    candidate_ids: Collection[UUID] = (),
    entrepreneur_ids: Collection[UUID] = (),
) -> ContactMoment:
    """The moment, locked, if it is of the actor's organisation and the actor reads what was said; else `NotVisible`. Its people,
    and these others, are held before it: who erases a person comes from that side."""
    actor.require("edit_candidates")
    found = ContactMoment.objects.filter(pk=moment_id, organisation_id=actor.organisation_id)
    hold_people_of(found, candidate_ids=candidate_ids, entrepreneur_ids=entrepreneur_ids)
    moment = found.select_for_update().first()
    if moment is None or (actor.kind != "system" and not reads_moment(actor, moment_id, at)):
        raise NotVisible()
    return moment


def hold_people_of(
    *rows: QuerySet[Any], candidate_ids: Collection[UUID] = (), entrepreneur_ids: Collection[UUID] = ()
) -> None:
    """Hold the people of these moments and reminders, and these others, each kind in the order of the keys. Call it before
    the rows themselves are locked."""
    pairs = [
        pair for each in rows for pair in each.values_list("people__candidate_id", "people__entrepreneur_id")
    ]
    candidates.hold_candidates({*candidate_ids, *(one for one, _other in pairs if one)})
    employers.hold_entrepreneurs({*entrepreneur_ids, *(other for _one, other in pairs if other)})


def tidy(words: str) -> str:
    """Words as they are kept: trimmed, and no longer than a page."""
    return words.replace("\x00", "").replace("\r\n", "\n").strip()[:MOST_WORDS]


def _somebody(
    actor: Actor,
    candidate_ids: Collection[UUID],
    entrepreneur_ids: Collection[UUID],
    employer_id: UUID | None,
    about_ids: Collection[UUID],
) -> With:
    people = checked_with(
        actor,
        candidate_ids=candidate_ids,
        entrepreneur_ids=entrepreneur_ids,
        employer_id=employer_id,
        about_ids=about_ids,
    )
    if people.is_nobody:
        raise WithNobody()
    return people


def _moment_of(day: date, at: datetime) -> datetime:
    """Now for today, noon for an earlier day."""
    today = timezone.localdate(at)
    if day > today:
        raise IsStillToCome(field="day")
    if (today - day).days > MOST_DAYS:
        raise DayOutOfReach(field="day")
    return at if day == today else timezone.make_aware(datetime.combine(day, time(12)))


def _candidates_of(moment: ContactMoment) -> list[UUID]:
    """Who was spoken with."""
    people = moment.people.filter(candidate__isnull=False, role=Role.WITH).order_by("candidate_id")
    return [key for key in people.values_list("candidate_id", flat=True) if key is not None]


def _note_in_touch(actor: Actor, at: datetime, keys: Collection[UUID], contact_at: datetime) -> None:
    if keys:
        note_in_touch(actor=actor, at=at, candidate_ids=keys, contact_at=contact_at)
