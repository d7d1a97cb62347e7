"""Who speaks with whom: one colleague for us, one person for the firm."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import refuse_changed
from werktop.employers.models import ContactPerson, Employer, Entrepreneur
from werktop.employers.queries.contact_people import contact_facts

from .keeping import employer_to_edit

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
