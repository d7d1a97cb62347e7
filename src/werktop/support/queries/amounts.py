"""The rules that count for an organisation: those that were shipped, and what its region and itself added."""

from __future__ import annotations

from fractions import Fraction
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.support.models import AddedAmount
from werktop.support.reckoning import Rule, Rules, shipped_rules


def rules_for(region_id: UUID | None = None, organisation_id: UUID | None = None) -> Rules:
    """For one organisation in a region; without these only what was shipped. One query, or none."""
    shipped = shipped_rules()
    if region_id is None:
        return Rules(shipped)
    known = {rule.key: rule for rule in shipped}
    whose = Q(organisation=None) | Q(organisation_id=organisation_id)
    added = AddedAmount.objects.filter(whose, region_id=region_id, is_active=True)
    return Rules([*shipped, *(_rule(row, known[row.rule_key]) for row in added if row.rule_key in known)])


def amount_history(viewer: Actor) -> list[dict[str, Any]]:
    """What the viewer's region and organisation added, with who did, the newest first; also what was taken back."""
    known = {rule.key: rule for rule in shipped_rules()}
    whose = Q(organisation=None) | Q(organisation_id=viewer.organisation_id)
    rows = AddedAmount.objects.filter(whose, region_id=viewer.region_id).select_related("set_by")
    return [
        {"row": row, "rule": _rule(row, known[row.rule_key])}
        for row in rows.order_by("-set_at", "-id")
        if row.rule_key in known
    ]


def _rule(row: AddedAmount, shipped: Rule) -> Rule:
    return Rule(
        key=row.rule_key,
        instrument=shipped.instrument,
        label=shipped.label,
        value=Fraction(row.value),
        unit=shipped.unit,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        law=row.law,
        article=row.article,
        source=row.source,
        whose="organisation" if row.organisation_id else "region",
        reason=row.reason,
        is_renewed=shipped.is_renewed,
    )
