"""Firms that candidates know, beside the firms of the region: only here both are seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

from ..models import FirmLink

MOST = 30


@dataclass(frozen=True)
class InNetwork:
    """A firm that a candidate named; `employer` is the one of the region that a colleague said it is, `alike` are those with the
    same name where nobody said so."""

    id: UUID
    firm_name: str
    words: str
    employer: Any = None
    alike: list[Any] = field(default_factory=list)


def network_of(viewer: Actor, candidate: Any) -> list[InNetwork]:
    """The firms of a candidate whom the viewer may see that are, or may be, employers of the region, in the order in which they
    were named. Three queries, and one without any firm."""
    firms = candidates.own_firms(candidate)
    if not firms or not viewer.can("see_employers"):
        return []
    links = FirmLink.objects.filter(known_firm__in=[firm.id for firm in firms]).select_related("employer")
    linked = {link.known_firm_id: link.employer for link in links}
    names = {firm.firm_name for firm in firms if firm.id not in linked}
    same = employers.employers_called(viewer, names) if names else {}
    found = [
        InNetwork(firm.id, firm.firm_name, firm.words, linked[firm.id])
        if firm.id in linked
        else InNetwork(firm.id, firm.firm_name, firm.words, alike=same.get(firm.firm_name, []))
        for firm in firms
    ]
    return [each for each in found if each.employer or each.alike]


def who_know(viewer: Actor, employer: Any) -> list[Any]:
    """The candidates of the viewer's organisation who know somebody at this firm, by name. One query."""
    if not viewer.can("see_candidates"):
        return []
    links = FirmLink.objects.filter(employer=employer).values("known_firm__candidate")
    return list(
        candidates.candidates_visible_to(viewer).filter(pk__in=links).order_by("name_key", "id")[:MOST]
    )
