"""Work that an employer expects: noted by who hears of it, in whichever organisation of the region."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.refusals import NotVisible, Refusal, refuse_far_day
from werktop.audit.versions import changed_since_made, refuse_changed
from werktop.employers.models import Employer, Opening
from werktop.employers.queries.openings import opening_facts

MOST_PLACES = 999


class WhatIsMissing(Refusal):
    text = _("Schrijf in een paar woorden wat voor werk het is.")


class PlacesAreUnreadable(Refusal):
    text = _("Schrijf het aantal als een getal van 1 tot 999, of laat het leeg.")


@command(about="opening")
def note_opening(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    what: str,
    places: int | None = None,
    from_date: date | None = None,
    note_id: UUID | None = None,
) -> UUID:
    """An employer of the region expects work. Nothing but `what` is needed; `note_id` is the quick note it came from.
    Refuses `WhatIsMissing`, `PlacesAreUnreadable`, `DayOutOfReach`. Returns the opening's key."""
    actor.require("edit_employers")
    employer = Employer.objects.select_for_update(no_key=True).filter(pk=employer_id).first()
    if employer is None or (actor.kind != "system" and employer.region_id != actor.region_id):
        raise NotVisible()
    said = _checked(what, places, from_date, at)
    return Opening.objects.create(
        employer=employer,
        organisation_id=actor.organisation_id or employer.organisation_id,
        region_id=employer.region_id,
        what=said,
        places=places,
        from_date=from_date,
        noted_by_id=actor.id if actor.kind == "staff" else None,
        noted_at=at,
        note_id=note_id,
    ).pk


@command(about="opening")
def change_opening(
    *,
    actor: Actor,
    at: datetime,
    opening_id: UUID,
    what: str,
    places: int | None = None,
    from_date: date | None = None,
    version: str = "",
) -> UUID:
    """What is expected turned out otherwise; history keeps what stood there. By whom `close_opening` is. Refuses as
    `note_opening` does, and `ChangedMeanwhile`. Returns the employer's key."""
    opening = _to_edit(actor, opening_id)
    if version:
        refuse_changed(version, opening_facts(opening))
    is_moved = from_date != opening.from_date
    opening.what = _checked(what, places, from_date if is_moved else None, at)
    opening.places, opening.from_date = places, from_date
    opening.save(update_fields=["what", "places", "from_date"])
    return opening.employer_id


def _checked(what: str, places: int | None, from_date: date | None, at: datetime) -> str:
    said = " ".join(what.replace("\x00", "").split())[:120]
    if not said:
        raise WhatIsMissing(field="what")
    if places is not None and not 1 <= places <= MOST_PLACES:
        raise PlacesAreUnreadable(field="places")
    if from_date is not None:
        refuse_far_day(from_date, timezone.localdate(at), "from_date")
    return said


@command(about="opening")
def close_opening(*, actor: Actor, at: datetime, opening_id: UUID, status: str) -> UUID:
    """The work is there and has people ("filled"), or does not come ("gone"). By who noted it or by the organisation
    that is responsible for the employer; else `NotVisible`. Saying it again changes nothing. Returns the employer's key."""
    opening = _to_edit(actor, opening_id)
    if opening.status == Opening.Status.OPEN and Opening.Status(status) != Opening.Status.OPEN:
        opening.status, opening.closed_at = Opening.Status(status), at
        opening.save(update_fields=["status", "closed_at"])
    return opening.employer_id


@command(about="opening")
def reopen_opening(*, actor: Actor, at: datetime, opening_id: UUID) -> UUID:
    """Closed by mistake: the work is still expected. Returns the employer's key."""
    opening = _to_edit(actor, opening_id)
    opening.status, opening.closed_at = Opening.Status.OPEN, None
    opening.save(update_fields=["status", "closed_at"])
    return opening.employer_id


@command(about="openings")
def take_back_openings(*, actor: Actor, at: datetime, note_id: UUID) -> int:
    """What the own organisation noted in this quick note was a mistake: it goes with its history, but for what somebody changed
    or closed since. Returns how many stay."""
    actor.require("edit_employers")
    noted = Opening.objects.filter(note_id=note_id, organisation_id=actor.organisation_id)
    openings = list(noted.select_for_update().order_by("id"))
    changed = changed_since_made(Opening, [opening.pk for opening in openings])
    for opening in openings:
        if opening.pk not in changed:
            erase(opening)
    tell(count=len(openings) - len(changed))
    return len(changed)


def _to_edit(actor: Actor, opening_id: UUID) -> Opening:
    actor.require("edit_employers")
    opening = (
        Opening.objects.select_for_update(of=("self",))
        .select_related("employer")
        .filter(pk=opening_id)
        .first()
    )
    if opening is None or (
        actor.kind != "system"
        and actor.organisation_id not in (opening.organisation_id, opening.employer.organisation_id)
    ):
        raise NotVisible()
    return opening
