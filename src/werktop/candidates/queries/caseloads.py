"""Who works with how many candidates, and with whom; and who went from one to another lately."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Func, Q, QuerySet, UUIDField

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.retention import TERMS
from werktop.candidates.models import Candidate, Transfer
from werktop.regions import queries as regions

from .visible import candidates_visible_to

DIVIDE = "divide_caseloads"
"""Who leads a team divides its caseloads by numbers, and opens no file."""
RETURNABLE = Q(undone_at=None, to__isnull=False) & (Q(of__isnull=False) | Q(is_of_nobody=True))
"""Not taken back yet, and both colleagues are there still."""


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
    if not (viewer.can("edit_candidates") or viewer.can(DIVIDE)):
        return []
    counted = _here(viewer).values("assigned_to_id", "assigned_to__name")
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


def _here(viewer: Actor) -> QuerySet[Candidate]:
    return Candidate.objects.filter(organisation_id=viewer.organisation_id, left_at=None).order_by()


def candidates_of(viewer: Actor, account_id: UUID | None) -> QuerySet[Candidate]:
    """The viewer's candidates with whom this colleague works, or (None) nobody, by name."""
    if not viewer.can("edit_candidates"):
        return Candidate.objects.none()
    return candidates_visible_to(viewer).filter(assigned_to_id=account_id)


def places_of_caseload(viewer: Actor, account_id: UUID | None) -> list[tuple[str, int]]:
    """Of one caseload how many live where ("": not known), most first: for who divides it. One query."""
    if not viewer.can(DIVIDE):
        return []
    postcodes = _here(viewer).filter(assigned_to_id=account_id).values_list("postcode", flat=True)
    counts = Counter(map(regions.place_name, postcodes))
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


@dataclass(frozen=True)
class Batch:
    """What went over at once, one row for each who got some; `count` people."""

    batch_id: UUID
    rows: list[Transfer]

    @property
    def count(self) -> int:
        """How many people."""
        return sum(len(row.candidate_ids) for row in self.rows)


def batches_to_take_back(viewer: Actor, at: datetime, most: int = 10) -> list[Batch]:
    """What the viewer handed over lately and can take back, the last first; who leads the team sees that of everybody. What was
    of a colleague who is erased has nobody to go back to. One query."""
    rows = Transfer.objects.filter(
        RETURNABLE, organisation_id=viewer.organisation_id, made_at__gt=TERMS["handed_over"].before(at)
    )
    if not viewer.can(DIVIDE):
        rows = rows.filter(by_id=viewer.id)
    found: dict[UUID, list[Transfer]] = {}
    for row in rows.select_related("by", "of", "to").order_by("-made_at", "-id")[: most * 10]:
        found.setdefault(row.batch_id, []).append(row)
    return [Batch(key, each) for key, each in list(found.items())[:most]]


def _unread(viewer: Actor) -> QuerySet[Transfer]:
    if not viewer.can("edit_candidates"):
        return Transfer.objects.none()
    return Transfer.objects.filter(
        organisation_id=viewer.organisation_id, to_id=viewer.id, seen_at=None, undone_at=None
    )


def received_count(viewer: Actor) -> int:
    """How many candidates colleagues handed over to the viewer, of which the viewer did not read yet, and who are with the viewer
    still. One query."""
    key = Func(F("candidate_ids"), function="unnest", output_field=UUIDField())
    mine = candidates_visible_to(viewer).filter(assigned_to_id=viewer.id)
    return mine.filter(pk__in=_unread(viewer).values(key=key)).count()


def received(viewer: Actor) -> list[tuple[Transfer, list[Candidate]]]:
    """Each time that colleagues handed candidates over to the viewer, of which the viewer did not read yet, the last first, with
    those who are with the viewer still, by name. Two queries."""
    rows = list(_unread(viewer).select_related("by", "of").order_by("-made_at", "-id"))
    keys = {key for row in rows for key in row.candidate_ids}
    people = list(candidates_visible_to(viewer).filter(pk__in=keys, assigned_to_id=viewer.id)) if rows else []
    return [(row, [each for each in people if each.pk in set(row.candidate_ids)]) for row in rows]
