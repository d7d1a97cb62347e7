"""Chances at a firm: noted by who hears of them, in whichever organisation of the region, and what is done with them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import changed_since_made, refuse_changed
from werktop.employers.models import Chance, ChanceKind, Employer, Span, Sureness
from werktop.employers.queries.chances import ChanceFilters, chance_facts, found_chances

MOST_YEARS = 12
"""So many years before or after today something is still said to be expected: a retirement, a new hall."""


class WhatChanges(Refusal):
    text = _("Schrijf in een paar woorden wat er verandert.")


class WhichKind(Refusal):
    text = _("Kies wat voor kans het is.")


class DayIsTooFar(Refusal):
    text = _("Deze dag ligt meer dan twaalf jaar van vandaag. Kijk de datum na.")


class ToWhom(Refusal):
    text = _("Schrijf aan wie je het doorgaf.")


@command(about="chance")
def note_chance(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    kind: str,
    words: str,
    expected_date: date | None = None,
    span: str = "",
    sureness: str = "",
    note_id: UUID | None = None,
) -> UUID:
    """Something changes at an employer of the region, or may. `expected_date` is the first day of its `span` (a day where none is
    said); `note_id` is the quick note it came from. Refuses `WhatChanges`, `WhichKind`, `DayIsTooFar`. Returns its key."""
    actor.require("edit_employers")
    employer = Employer.objects.select_for_update(no_key=True).filter(pk=employer_id).first()
    if employer is None or (actor.kind != "system" and employer.region_id != actor.region_id):
        raise NotVisible()
    return Chance.objects.create(
        employer=employer,
        organisation_id=actor.organisation_id or employer.organisation_id,
        region_id=employer.region_id,
        noted_by_id=actor.id if actor.kind == "staff" else None,
        noted_at=at,
        note_id=note_id,
        **_checked(kind, words, expected_date, span, sureness, at),
    ).pk


@command(about="chance")
def change_chance(
    *,
    actor: Actor,
    at: datetime,
    chance_id: UUID,
    kind: str,
    words: str,
    expected_date: date | None = None,
    span: str = "",
    sureness: str = "",
    version: str = "",
) -> UUID:
    """It turned out otherwise; history keeps what stood there. By whom `settle_chance` is. Refuses as `note_chance` does, and
    `ChangedMeanwhile`. Returns the employer's key."""
    chance = _to_edit(actor, chance_id)
    if version:
        refuse_changed(version, chance_facts(chance))
    for name, value in _checked(kind, words, expected_date, span, sureness, at).items():
        setattr(chance, name, value)
    chance.save()
    return chance.employer_id


@command(about="chance")
def settle_chance(
    *,
    actor: Actor,
    at: datetime,
    chance_id: UUID,
    status: str,
    outcome: str = "",
    work_profile_id: UUID | None = None,
) -> UUID:
    """What was done with it: it became work ("work", with the key of what it became), was "passed" on (`ToWhom` without words), or
    there is "nothing" to do now. By who noted it or by the organisation that is responsible for the employer; work that it became
    is noted by whoever in the region made it. Saying it again changes nothing. Returns the employer's key."""
    chance = _to_edit(actor, chance_id, is_of_region=status == Chance.Status.WORK)
    said = _tidy(outcome)
    if status == Chance.Status.PASSED and not said:
        raise ToWhom(field="outcome")
    if chance.status == Chance.Status.OPEN and Chance.Status(status) != Chance.Status.OPEN:
        chance.status, chance.outcome, chance.closed_at = Chance.Status(status), said, at
        chance.work_profile_id = work_profile_id
        chance.closed_by_id = actor.id if actor.kind == "staff" else None
        chance.save()
    return chance.employer_id


@command(about="chance")
def reopen_chance(*, actor: Actor, at: datetime, chance_id: UUID) -> UUID:
    """Settled by mistake, or it plays again. Returns the employer's key."""
    chance = _to_edit(actor, chance_id)
    chance.status, chance.outcome, chance.closed_at = Chance.Status.OPEN, "", None
    chance.closed_by = chance.work_profile_id = None
    chance.save()
    return chance.employer_id


@command(about="chance")
def take_back_chance(*, actor: Actor, at: datetime, chance_id: UUID) -> UUID:
    """It was noted by mistake: it goes with its history. Returns the employer's key."""
    chance = _to_edit(actor, chance_id)
    erase(chance)
    return chance.employer_id


@command(about="chances")
def take_back_chances(*, actor: Actor, at: datetime, note_id: UUID) -> int:
    """What the own organisation noted in this quick note was a mistake: it goes with its history, but for what somebody changed
    or settled since. Returns how many stay."""
    actor.require("edit_employers")
    noted = Chance.objects.filter(note_id=note_id, organisation_id=actor.organisation_id)
    chances = list(noted.select_for_update().order_by("id"))
    changed = changed_since_made(Chance, [chance.pk for chance in chances])
    for chance in chances:
        if chance.pk not in changed:
            erase(chance)
    tell(count=len(chances) - len(changed))
    return len(changed)


@command(about="chances")
def note_chances_taken(*, actor: Actor, at: datetime, filters: ChanceFilters) -> None:
    """The actor downloads the chances that fit `filters`: an audit line with how many."""
    actor.require("see_employers")
    tell(count=found_chances(actor, filters).count())


def _checked(
    kind: str, words: str, expected_date: date | None, span: str, sureness: str, at: datetime
) -> dict[str, Any]:
    if kind not in ChanceKind.values:
        raise WhichKind(field="kind")
    said = _tidy(words)
    if not said:
        raise WhatChanges(field="words")
    if expected_date and abs(expected_date.year - timezone.localdate(at).year) > MOST_YEARS:
        raise DayIsTooFar(field="expected_date")
    return {
        "kind": ChanceKind(kind),
        "words": said,
        "expected_date": expected_date,
        "span": Span(span or Span.DAY) if expected_date else "",
        "sureness": Sureness(sureness) if sureness else "",
    }


def _tidy(words: str) -> str:
    return " ".join(words.replace("\x00", "").split())[:200]


def _to_edit(actor: Actor, chance_id: UUID, is_of_region: bool = False) -> Chance:
    actor.require("edit_employers")
    chance = (
        Chance.objects.select_for_update(of=("self",)).select_related("employer").filter(pk=chance_id).first()
    )
    if chance is None or actor.kind == "system":
        if chance is None:
            raise NotVisible()
        return chance
    own = (chance.organisation_id, chance.employer.organisation_id)
    if actor.organisation_id not in own and not (is_of_region and actor.region_id == chance.region_id):
        raise NotVisible()
    return chance
