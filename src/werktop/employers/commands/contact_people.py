"""Who speaks with whom: one colleague for us, one person for the firm."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.employers.models import ContactPerson, Employer, Entrepreneur
from werktop.employers.queries.contact_people import contact_facts, firms_of_colleague

from .keeping import employer_to_edit


class FirmsWhy(models.TextChoices):
    """Why firms go to a colleague. Fixed words: of why somebody is away nothing is written down."""

    LEFT = "left", _("werkt hier niet meer")
    AWAY = "away", _("is er langere tijd niet")
    OTHER_WORK = "other_work", _("kreeg ander werk of een ander gebied")
    SHARED = "shared", _("zo is het beter verdeeld")


class NobodyTakesFirms(Refusal):
    text = _("Kies een collega die de bedrijven krijgt.")


class WhyFirmsGo(Refusal):
    text = _("Kies waarom.")


class NoFirmChosen(Refusal):
    text = _("Vink minstens één bedrijf aan.")


UNCHANGED: Any = object()
"""Nothing is said of this side: it stays as it is."""


class StartsTooEarly(Refusal):
    text = _("Deze dag ligt voor de dag waarop de vorige begon. Kijk de datum na.")


class StartsLater(Refusal):
    text = _("Deze dag moet nog komen. Schrijf het op als het zover is.")


@command(about="employer")
def set_contact_people(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    account_id: UUID | None = UNCHANGED,
    person_id: UUID | None = UNCHANGED,
    since_date: date | None = None,
    why: str = "",
    version: str = "",
) -> None:
    """From `since_date` (today where none is given) this colleague of the own organisation and this person of the firm speak with
    each other; None: nobody does on that side. Who did so before stays in the history, until that day, with `why`. By the
    responsible organisation. Refuses `StartsTooEarly`, `StartsLater`, and
    `ChangedMeanwhile` after `version` (`queries.contact_facts`)."""
    actor.require("edit_employers")
    employer = employer_to_edit(actor, employer_id)
    if version:
        refuse_changed(version, contact_facts(employer))
    since = since_date or timezone.localdate(at)
    if since > timezone.localdate(at):
        raise StartsLater(field="since_date")
    if account_id is not UNCHANGED:
        _take_turn(actor, at, employer, "account", account_id, since, why)
    if person_id is not UNCHANGED:
        _take_turn(actor, at, employer, "person", person_id, since, why)


@command(about="employers")
def hand_over_firms(
    *, actor: Actor, at: datetime, from_id: UUID, to_id: UUID | None, why: str, employer_ids: Collection[UUID]
) -> int:
    """Another colleague speaks for us with these firms of the own organisation from today on, in place of one who leaves or gets
    other work. Who spoke stays in the history of each, with `why` (of `FirmsWhy`). A firm that went to somebody else meanwhile
    stays there. Returns how many went over. Refuses `NobodyTakesFirms`, `WhyFirmsGo`, `NoFirmChosen`."""
    actor.require("edit_employers")
    if to_id is None or to_id == from_id or not accounts.colleagues_of(actor).filter(pk=to_id).exists():
        raise NobodyTakesFirms(field="to_id")
    if why not in FirmsWhy.values:
        raise WhyFirmsGo(field="why")
    if not employer_ids:
        raise NoFirmChosen(field="employer_ids")
    with translation.override("nl"):
        words = str(FirmsWhy(why).label)
    own = Employer.objects.filter(organisation_id=actor.organisation_id, pk__in=employer_ids)
    held = list(own.select_for_update().order_by("id"))
    # asked when they are held: of who waited
    theirs = set(firms_of_colleague(from_id).filter(employer__in=held).values_list("employer_id", flat=True))
    for employer in held:
        if employer.pk in theirs:
            _take_turn(actor, at, employer, "account", to_id, timezone.localdate(at), words)
    tell(count=len(theirs))
    return len(theirs)


def _take_turn(
    actor: Actor, at: datetime, employer: Employer, side: str, key: UUID | None, since: date, why: str
) -> None:
    now = (
        ContactPerson.objects.select_for_update()
        .filter(employer=employer, until_date=None, **{f"{side}__isnull": False})
        .first()
    )
    if (getattr(now, f"{side}_id") if now else None) == key:
        return
    if key is not None and not _is_of_side(actor, employer, side, key):
        raise NotVisible()
    if now is not None:
        if since < now.since_date:
            raise StartsTooEarly(field="since_date")
        now.until_date, now.why = since, " ".join(why.replace("\x00", "").split())[:200]
        now.save(update_fields=["until_date", "why"])
    if key is not None:
        ContactPerson.objects.create(employer=employer, since_date=since, noted_at=at, **{f"{side}_id": key})


def _is_of_side(actor: Actor, employer: Employer, side: str, key: UUID) -> bool:
    if side == "person":
        return Entrepreneur.objects.filter(pk=key, employer=employer, is_active=True).exists()
    if actor.kind == "system":
        return True
    return accounts.colleagues_of(actor).filter(pk=key).exists()
