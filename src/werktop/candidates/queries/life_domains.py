"""Which domains of life an organisation scores. What it switched off is not shown, counted or changed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.retention import TERMS
from werktop.audit.versions import version_of
from werktop.candidates.models import PARTS, Candidate, Domain, DomainInUse, DomainScore


def domains_in_use(organisation_id: UUID | None) -> list[str]:
    """The domains that an organisation scores, in the order of the list; none where it switched none on. One query."""
    if organisation_id is None:
        return []
    on = DomainInUse.objects.filter(organisation_id=organisation_id, off_at=None)
    known = set(on.values_list("domain", flat=True))
    return [domain for domain in Domain.values if domain in known]


def domains_facts(viewer: Actor) -> dict[str, Any]:
    """What the form of the settings asks."""
    return {"domains": domains_in_use(viewer.organisation_id)}


def domains_version(viewer: Actor) -> str:
    """The version that this form carries."""
    return version_of(domains_facts(viewer))


def rows_of_part(candidate: Candidate, part: str) -> QuerySet[Any]:
    """The rows of a part of this candidate that may be shown and changed: not those of a domain that is switched off."""
    rows: QuerySet[Any] = PARTS[part]._default_manager.filter(candidate=candidate)
    if PARTS[part] is DomainScore:
        return rows.filter(domain__in=domains_in_use(candidate.organisation_id))
    return rows


def scores_of(candidate: Candidate) -> dict[str, int]:
    """What is scored now in the domains in use, by domain."""
    return dict(rows_of_part(candidate, "domain").values_list("domain", "score"))


def switched_off(candidate: Candidate) -> dict[str, Any]:
    """The domains that were switched off, each with the day on which what was scored goes."""
    off = DomainInUse.objects.filter(organisation_id=candidate.organisation_id, off_at__isnull=False)
    return {
        domain: TERMS["switched_off"].end(off_at)
        for domain, off_at in off.values_list("domain", "off_at")
        if off_at
    }
