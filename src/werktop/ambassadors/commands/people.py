"""An entrepreneur becomes an ambassador, changes what is offered, and stops."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from werktop.ambassadors.models import Ambassador, Offer
from werktop.ambassadors.queries.people import ambassador_facts
from werktop.ambassadors.refusals import EndsBeforeItBegins, IsAmbassadorAlready
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, refuse_far_day
from werktop.audit.versions import refuse_changed

from .whose import account_of, entrepreneur_of, is_self, said


@command(about="ambassador")
def make_ambassador(
    *,
    actor: Actor,
    at: datetime,
    entrepreneur_id: UUID,
    offers: Iterable[str] = (),
    words: str = "",
    since_date: date | None = None,
) -> UUID:
    """An entrepreneur wants to be an ambassador, from today where no day is said: noted by who answers for the firm, or by the
    entrepreneur. `IsAmbassadorAlready` where that runs. Returns its key."""
    person = entrepreneur_of(actor, entrepreneur_id)
    since = since_date or timezone.localdate(at)
    _refuse_very_far(since, at)
    try:
        with transaction.atomic():
            row = Ambassador.objects.create(
                entrepreneur=person,
                region_id=person.employer.region_id,
                since_date=since,
                offers=_offers(offers),
                words=said(words, 300),
                is_by_self=is_self(actor, entrepreneur_id),
                noted_by_id=account_of(actor),
                noted_at=at,
            )
    except IntegrityError as fault:
        raise IsAmbassadorAlready() from fault
    return row.pk


@command(about="ambassador")
def change_ambassador(
    *,
    actor: Actor,
    at: datetime,
    ambassador_id: UUID,
    offers: Iterable[str],
    words: str,
    since_date: date,
    version: str = "",
) -> None:
    """What an ambassador offers is put right. `ChangedMeanwhile` where somebody else changed what `version` saw."""
    row = _ambassador_to_edit(actor, ambassador_id)
    if version:
        refuse_changed(version, ambassador_facts(row))
    _refuse_very_far(since_date, at)
    if row.until_date and row.until_date < since_date:
        raise EndsBeforeItBegins(field="since_date")
    row.offers, row.words, row.since_date = _offers(offers), said(words, 300), since_date
    row.save()


@command(about="ambassador")
def end_ambassador(*, actor: Actor, at: datetime, ambassador_id: UUID) -> UUID:
    """It ends today; what was brought in stays. Saying it again changes nothing. Returns the entrepreneur's key."""
    row = _ambassador_to_edit(actor, ambassador_id)
    if row.until_date is None:
        row.until_date = max(timezone.localdate(at), row.since_date)
        row.is_ended_by_self = is_self(actor, row.entrepreneur_id)
        row.save(update_fields=["until_date", "is_ended_by_self"])
    return row.entrepreneur_id


@command(about="ambassador")
def resume_ambassador(*, actor: Actor, at: datetime, ambassador_id: UUID) -> UUID:
    """It did not end after all. `IsAmbassadorAlready` where another row runs by now."""
    row = _ambassador_to_edit(actor, ambassador_id)
    running = Ambassador.objects.filter(entrepreneur_id=row.entrepreneur_id, until_date=None)
    if running.exclude(pk=row.pk).exists():
        raise IsAmbassadorAlready()
    row.until_date, row.is_ended_by_self = None, False
    row.save(update_fields=["until_date", "is_ended_by_self"])
    return row.entrepreneur_id


def _ambassador_to_edit(actor: Actor, ambassador_id: UUID) -> Ambassador:
    whose = Ambassador.objects.filter(pk=ambassador_id).values_list("entrepreneur_id", flat=True).first()
    if whose is None:
        raise NotVisible()
    entrepreneur_of(actor, whose)
    return Ambassador.objects.select_for_update().get(pk=ambassador_id)


def _offers(offers: Iterable[str]) -> list[str]:
    chosen = set(offers)
    return [each for each in Offer.values if each in chosen]


def _refuse_very_far(day: date, at: datetime) -> None:
    """Somebody may have been an ambassador for years; only what is still to come is near."""
    if day > timezone.localdate(at):
        refuse_far_day(day, timezone.localdate(at), "since_date")
