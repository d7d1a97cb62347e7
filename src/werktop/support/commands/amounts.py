"""Newer amounts and terms, of the whole region or of one organisation. They are taken back and put back, and never deleted."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.regions import queries as regions
from werktop.support.models import AddedAmount
from werktop.support.reckoning import Rule, Rules, shipped_rules

MOST = {"percent": 100, "months": 120, "years": 10, "hours_per_week": 60, "hours_per_day": 24}
MOST_CENTS = 10_000_000
AMONG_EQUALS = "one_amount_of_a_rule_begins_on_a_day"


class RuleIsUnknown(Refusal):
    text = _("Kies een regel uit de lijst.")


class AmountIsOutside(Refusal):
    text = _("Dit getal kan hier niet. Een percentage is 0 tot 100; een bedrag staat in hele centen.")


class EndsBeforeItBegins(Refusal):
    text = _("De laatste dag ligt voor de eerste. Kijk de datums na.")


class BeginsOnThatDay(Refusal):
    text = _("Op deze dag begint al een bedrag van jullie. Haal dat eerst weg, of kies een andere dag.")


class SourceIsMissing(Refusal):
    text = _("Schrijf op waar het staat: de regeling, en waar die te lezen is.")


class OnlyPublicBodies(Refusal):
    text = _(
        "Wat voor de hele regio geldt, wijzigt een beheerder van een gemeente, UWV of andere publieke organisatie."
    )


def refuse_private(actor: Actor) -> None:
    """Pass silently where the actor's organisation has a public task, or `OnlyPublicBodies`."""
    if not regions.organisation_by_id(actor.organisation_id).has_files:
        raise OnlyPublicBodies()


@command(about="amount")
def add_amount(
    *,
    actor: Actor,
    at: datetime,
    rule_key: str,
    value: Decimal,
    valid_from: date,
    valid_until: date | None,
    law: str,
    article: str,
    source: str,
    reason: str,
    is_regional: bool,
) -> UUID:
    """A newer row of a rule, for the actor's organisation or (`is_regional`) the whole region, in the rule's own unit. Returns
    its key. Refuses `RuleIsUnknown`, `AmountIsOutside`, `EndsBeforeItBegins`, `BeginsOnThatDay`, `SourceIsMissing` and
    `OnlyPublicBodies`."""
    _require(actor)
    if is_regional:
        refuse_private(actor)
    known = Rules(shipped_rules()).history(rule_key)
    if not known:
        raise RuleIsUnknown(field="rule_key")
    _refuse_outside(known[-1], value)
    if valid_until is not None and valid_until <= valid_from:
        raise EndsBeforeItBegins(field="valid_until")
    texts = {"law": law[:120], "article": article[:60], "source": source[:200], "reason": reason[:200]}
    texts = {name: " ".join(text.replace("\x00", "").split()) for name, text in texts.items()}
    for name in ("law", "source"):
        if not texts[name]:
            raise SourceIsMissing(field=name)
    row = AddedAmount(
        region_id=actor.region_id,
        organisation_id=None if is_regional else actor.organisation_id,
        rule_key=rule_key,
        value=value,
        valid_from=valid_from,
        valid_until=valid_until,
        set_by_id=actor.id if actor.kind == "staff" else None,
        set_at=at,
        **texts,
    )
    _save(row, field="valid_from")
    return row.pk


@command(about="amount")
def withdraw_amount(*, actor: Actor, at: datetime, amount_id: UUID) -> None:
    """It counts no more; what was worked out with it before is not changed."""
    row = _own(actor, amount_id)
    row.is_active = False
    _save(row)


@command(about="amount")
def restore_amount(*, actor: Actor, at: datetime, amount_id: UUID) -> None:
    """It counts again. Refuses `BeginsOnThatDay` where another came in its place."""
    row = _own(actor, amount_id)
    row.is_active = True
    _save(row)


def _require(actor: Actor) -> None:
    actor.require("manage_organisation")
    if actor.organisation_id is None:
        raise NotVisible()


def _refuse_outside(rule: Rule, value: Decimal) -> None:
    is_money = rule.unit.startswith("cents")
    most = MOST_CENTS if is_money else MOST.get(rule.unit, 1000)
    if not 0 <= value <= most or (is_money and value != value.to_integral_value()):
        raise AmountIsOutside(field="value")


def _own(actor: Actor, amount_id: UUID) -> AddedAmount:
    """The row, where the actor may change it: of the own organisation, or of the region for who has a public task."""
    _require(actor)
    rows = AddedAmount.objects.select_for_update().filter(region_id=actor.region_id, pk=amount_id)
    row = rows.first()
    if row is None or row.organisation_id not in (None, actor.organisation_id):
        raise NotVisible()
    if row.organisation_id is None:
        refuse_private(actor)
    return row


def _save(row: AddedAmount, field: str | None = None) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as fault:
        if AMONG_EQUALS in str(fault):
            raise BeginsOnThatDay(field=field) from fault
        raise
