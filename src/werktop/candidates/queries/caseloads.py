"""Who works with how many candidates, and with whom."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate

from .visible import candidates_visible_to


@dataclass(frozen=True)
class Caseload:
    """`count` candidates of one colleague; without `account_id` they are nobody's. `has_left`: works here no more, or not with
    candidates."""

    account_id: UUID | None
    name: str
    count: int
    has_left: bool


def caseloads(viewer: Actor) -> list[Caseload]:
    """The candidates of the viewer's organisation by who works with them: first of who has left, then nobody's, then of
    colleagues by name, also of those with none. Two queries."""
    if not viewer.can("edit_candidates"):
        return []
    counted = candidates_visible_to(viewer).order_by().values("assigned_to_id", "assigned_to__name")
    rows = {
        row["assigned_to_id"]: (row["assigned_to__name"] or "", row["count"])
        for row in counted.annotate(count=Count("pk"))
    }
    here = dict(accounts.colleagues_of(viewer, accounts.Role.RELATIONSHIP_MANAGER).values_list("pk", "name"))
    found = [Caseload(key, name, rows.get(key, ("", 0))[1], has_left=False) for key, name in here.items()]
    found += [
        Caseload(key, name, count, has_left=key is not None)
        for key, (name, count) in rows.items()
        if key not in here
    ]
    return sorted(
        found, key=lambda each: (not each.has_left, each.account_id is not None, each.name.casefold())
    )


def candidates_of(viewer: Actor, account_id: UUID | None) -> QuerySet[Candidate]:
    """The viewer's candidates with whom this colleague works, or (None) nobody, by name."""
    if not viewer.can("edit_candidates"):
        return Candidate.objects.none()
    return candidates_visible_to(viewer).filter(assigned_to_id=account_id)
