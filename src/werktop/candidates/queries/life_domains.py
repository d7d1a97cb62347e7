"""Which domains of life an organisation scores. What it switched off is not shown, counted or changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.keys import keys_in
from werktop.audit.retention import TERMS
from werktop.audit.versions import version_of
from werktop.candidates.models import PARTS, SENSITIVE, Candidate, Domain, DomainInUse, DomainScore


def domains_in_use(organisation_id: UUID | None) -> list[str]:
    """The domains that an organisation scores, in the order of the list; none where it switched none on. One query."""
    if organisation_id is None:
        return []
    on = DomainInUse.objects.filter(organisation_id=organisation_id, off_at=None)
    known = set(on.values_list("domain", flat=True))
    return [domain for domain in Domain.values if domain in known]


def domains_in_words(organisation_id: UUID) -> list[str]:
    """The domains that an organisation scores, in words. One query."""
    return [str(Domain(domain).label) for domain in domains_in_use(organisation_id)]


ADVICE = ("ground", "advised_by", "advised_date")
"""Why a domain may be asked: the ground, who advised, and on which day."""


def domains_facts(viewer: Actor) -> dict[str, Any]:
    """What the form of the settings asks, under the names of its questions: the domains with one ground for all, and each sensitive
    one with its own. One query."""
    rows = {row.domain: row for row in DomainInUse.objects.filter(organisation_id=viewer.organisation_id)}
    on = [domain for domain in Domain.values if domain in rows and rows[domain].off_at is None]
    plain = [domain for domain in on if domain not in SENSITIVE]
    first = rows[plain[0]] if plain else None
    facts: dict[str, Any] = {"domains": plain} | {name: getattr(first, name, None) for name in ADVICE}
    for domain in SENSITIVE:
        row = rows.get(domain)
        facts[f"{domain.value}_on"] = domain in on
        facts |= {f"{domain.value}_{name}": getattr(row, name, None) for name in ADVICE}
    return facts


def on_since(viewer: Actor) -> dict[str, datetime]:
    """Since when each domain that is on has been so. One query."""
    rows = DomainInUse.objects.filter(organisation_id=viewer.organisation_id, off_at=None)
    return dict(rows.values_list("domain", "on_at"))


def domains_answers(viewer: Actor) -> dict[str, Any]:
    """The same with the version that this form carries. One query."""
    facts = domains_facts(viewer)
    return facts | {"version": version_of(facts)}


def rows_of_part(candidate: Candidate, part: str) -> QuerySet[Any]:
    """The rows of a part of this candidate that may be shown and changed: not those of a domain that is switched off."""
    rows: QuerySet[Any] = PARTS[part]._default_manager.filter(candidate=candidate)
    if PARTS[part] is DomainScore:
        return rows.filter(domain__in=domains_in_use(candidate.organisation_id))
    return rows


def scores_of(candidate: Candidate) -> dict[str, int]:
    """What is scored now in the domains in use, by domain."""
    return dict(rows_of_part(candidate, "domain").values_list("domain", "score"))


def score_keys(candidate: Candidate, domains: Iterable[str]) -> list[UUID]:
    """The keys of the scores in these domains, in the order of the list."""
    return [row.pk for row in _in_order(rows_of_part(candidate, "domain").filter(domain__in=list(domains)))]


def scored_rows(candidate: Candidate, keys: Iterable[str]) -> list[DomainScore]:
    """The scores of these keys that may be shown, in the order of the list; what is no key of one is left out."""
    known = keys_in(keys)
    return _in_order(rows_of_part(candidate, "domain").filter(pk__in=known)) if known else []


def _in_order(rows: QuerySet[Any]) -> list[Any]:
    order = list(Domain.values)
    return sorted(rows, key=lambda row: order.index(row.domain))


def switched_off(candidate: Candidate) -> dict[str, Any]:
    """The domains that were switched off, each with the day on which what was scored goes."""
    off = DomainInUse.objects.filter(organisation_id=candidate.organisation_id, off_at__isnull=False)
    return {
        domain: TERMS["switched_off"].end(off_at)
        for domain, off_at in off.values_list("domain", "off_at")
        if off_at
    }
