"""Open hiring: whoever signs up gets the next place. Nobody chooses, and nobody passes another."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.keys import new_key
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.candidates.commands import ObjectsToEmployers
from werktop.work_profiles.choices import HOLDING, AskedHow, Turn
from werktop.work_profiles.models import SignUp, WorkProfile
from werktop.work_profiles.refusals import (
    AskFirst,
    NobodyIsChosen,
    NobodySignsUpHere,
    NotTheirTurn,
    StandsInTheQueue,
)


@command(about="work_profile")
def sign_up(
    *, actor: Actor, at: datetime, work_profile_id: UUID, candidate_ids: Sequence[UUID], asked_how: str
) -> list[int]:
    """Candidates of the own organisation, who were asked and said so, sign up for work without selection. Who signs up now comes
    behind everybody who did before; between those of one press a lot decides, once. A place that is free is offered at once.
    Refuses `NobodyIsChosen`, `AskFirst`, `TakesPartNoMore`, `ObjectsToEmployers`, `NobodySignsUpHere`, `StandsInTheQueue`. Returns
    their numbers."""
    actor.require("edit_candidates")
    if not candidate_ids:
        raise NobodyIsChosen(field="who")
    if asked_how not in AskedHow.values:
        raise AskFirst(field="asked_how")
    candidates.hold_candidates(candidate_ids)
    people = [candidates.candidate_for(actor, key) for key in dict.fromkeys(candidate_ids)]
    _refuse_who_stopped(people)
    profile = held_profile(actor, work_profile_id)
    if not profile.is_open_hiring or profile.closed_at is not None:
        raise NobodySignsUpHere()
    there = set(profile.sign_ups.exclude(state=Turn.DECLINED).values_list("candidate_id", flat=True))
    for person in people:
        if person.pk in there:
            raise StandsInTheQueue(person.first_name)
    last = profile.sign_ups.aggregate(last=Max("number"))["last"] or 0
    drawn = sorted(((new_key(), person) for person in people), key=lambda each: lot_of(each[0]))
    for number, (key, person) in enumerate(drawn, start=last + 1):
        SignUp.objects.create(
            id=key,
            profile=profile,
            candidate=person,
            organisation_id=person.organisation_id,
            region_id=profile.region_id,
            number=number,
            asked_how=AskedHow(asked_how),
            signed_by_id=actor.id if actor.kind == "staff" else None,
            signed_at=at,
        )
    offer_next(profile, at)
    tell(count=len(people))
    return list(range(last + 1, last + 1 + len(people)))


def lot_of(key: UUID) -> bytes:
    """The lot of a row, between those that came at one moment: nobody knows it before the key is made, and it never changes."""
    return hashlib.sha256(key.bytes).digest()


@command(about="sign_up")
def answer_offer(*, actor: Actor, at: datetime, sign_up_id: UUID, state: str) -> UUID:
    """A candidate to whom the work was offered says yes ("agreed"), has begun ("started") or does not want it ("declined", also who
    still waits): then the next one gets the place. By the candidate's own organisation. Refuses `NotTheirTurn`, and a yes
    `TakesPartNoMore` and `ObjectsToEmployers`. Returns the key of the work profile."""
    row = _own(actor, sign_up_id)
    if state not in (Turn.AGREED, Turn.STARTED, Turn.DECLINED) or (
        state != Turn.DECLINED and row.state not in HOLDING
    ):
        raise NotTheirTurn()
    if state != Turn.DECLINED:
        _refuse_who_stopped([row.candidate])
    if row.state != state:
        row.state, row.answered_at = Turn(state), at
        if state == Turn.DECLINED:
            row.place = None
        row.save(update_fields=["state", "answered_at", "place"])
        offer_next(row.profile, at)
        tell(state=state)
    return row.profile_id


@command(about="sign_up")
def put_back_sign_up(*, actor: Actor, at: datetime, sign_up_id: UUID) -> UUID:
    """That somebody did not want it was a mistake: the old turn is there again, and the next free place is offered. Who has a place
    meanwhile keeps it. Refuses `StandsInTheQueue` for who signed up anew, `TakesPartNoMore`, `ObjectsToEmployers`. Returns
    the key of the work profile."""
    row = _own(actor, sign_up_id)
    if row.state == Turn.DECLINED:
        _refuse_who_stopped([row.candidate])
        if row.profile.sign_ups.exclude(state=Turn.DECLINED).filter(candidate_id=row.candidate_id).exists():
            raise StandsInTheQueue(row.candidate.first_name)
        row.state, row.answered_at, row.offered_at = Turn.WAITING, None, None
        row.save(update_fields=["state", "answered_at", "offered_at"])
        offer_next(row.profile, at)
    return row.profile_id


@command(about="sign_up")
def take_back_sign_up(*, actor: Actor, at: datetime, sign_up_id: UUID) -> UUID:
    """It was signed up by mistake: it goes with its history, and the next one gets the place. Returns the key of the work
    profile."""
    row = _own(actor, sign_up_id)
    profile = row.profile
    erase(row)
    offer_next(profile, at)
    return profile.pk


def offer_next(profile: WorkProfile, at: datetime) -> None:
    """Offer each free place to who has waited longest. Call it with the profile held."""
    if not profile.is_open_hiring or profile.closed_at is not None:
        return
    taken = set(profile.sign_ups.filter(state__in=HOLDING).values_list("place", flat=True))
    free = [place for place in range(1, (profile.places or 1) + 1) if place not in taken]
    # who begins has a place for good; a profile with fewer places than people takes none away
    free = free[: max(0, (profile.places or 1) - len(taken))]
    waiting = profile.sign_ups.filter(state=Turn.WAITING).order_by("number")[: len(free)]
    for place, row in zip(free, waiting, strict=False):
        row.state, row.place, row.offered_at = Turn.OFFERED, place, at
        row.save(update_fields=["state", "place", "offered_at"])


def has_queue(profile: WorkProfile) -> bool:
    """Whether anybody stands in it who did not say no."""
    return profile.sign_ups.exclude(state=Turn.DECLINED).exists()


def leave_queues(actor: Actor, candidate: Any, at: datetime) -> None:
    """A candidate stops, objects to employers reading of them, or is erased: who waits behind gets the place. Called in
    that command, with the candidate locked."""
    rows = SignUp.objects.filter(candidate=candidate).exclude(state__in=[Turn.DECLINED, Turn.STARTED])
    for profile_id in sorted(set(rows.values_list("profile_id", flat=True))):
        profile = WorkProfile.objects.select_for_update().get(pk=profile_id)
        for row in profile.sign_ups.filter(candidate=candidate).exclude(
            state__in=[Turn.DECLINED, Turn.STARTED]
        ):
            row.state, row.place, row.answered_at = Turn.DECLINED, None, at
            row.save(update_fields=["state", "place", "answered_at"])
        offer_next(profile, at)


def held_profile(actor: Actor, work_profile_id: UUID) -> WorkProfile:
    """A work profile of the actor's region, held until the transaction ends: its queue moves one press at a time."""
    found = WorkProfile.objects.select_for_update().filter(pk=work_profile_id)
    profile = found.first() if actor.kind == "system" else found.filter(region_id=actor.region_id).first()
    if profile is None:
        raise NotVisible()
    return profile


def _refuse_who_stopped(people: Sequence[Any]) -> None:
    """With these candidates held: they are here, and do not object to employers reading of them."""
    keys = [person.pk for person in people]
    candidates.hold_who_is_here(keys)
    objecting = candidates.not_to_be_proposed(keys)
    for person in people:
        if person.pk in objecting:
            raise ObjectsToEmployers(person.first_name)


def _own(actor: Actor, sign_up_id: UUID) -> SignUp:
    actor.require("edit_candidates")
    found = SignUp.objects.filter(pk=sign_up_id, organisation_id=actor.organisation_id)
    before = found.values_list("candidate_id", "profile_id").first()
    if before is None:
        raise NotVisible()
    candidates.hold_candidates(before[:1])
    profile = held_profile(actor, before[1])
    row = found.select_related("candidate").first()
    if row is None or (row.candidate_id, row.profile_id) != before:
        raise NotVisible()
    row.profile = profile
    return row
