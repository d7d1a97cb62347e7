"""What an entrepreneur's bringing in led to, in totals: never about a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from werktop.ambassadors.forest import Firm, grow
from werktop.ambassadors.models import Club, ClubMember, Fellow, Introduction
from werktop.employers.queries.joined import joined_in


@dataclass(frozen=True)
class Yield:
    """`firms` are the names of those brought in, `through` is how many came by these in turn, `named` how many more were named,
    `region_total` how many firms take part in the region, `talks` how many talks came of introducing somebody and were held."""

    firms: list[str]
    through: int
    named: int
    region_total: int
    talks: int = 0


def yield_of(person: Any) -> Yield:
    """What an entrepreneur with the firm led to. Three queries; for pages that have decided who may see it."""
    rows = joined_in(person.employer.region_id)
    forest = grow(Firm(row.employer_id, row.name, row.joined_date, row.bringer_firm_id) for row in rows)
    mine = [row for row in rows if row.brought_by_id == person.pk and row.employer_id in forest.parents]
    return Yield(
        sorted((row.name for row in mine), key=str.casefold),
        sum(forest.below[row.employer_id] for row in mine),
        Fellow.objects.filter(entrepreneur_id=person.pk).exclude(state="joined").count(),
        len(rows),
        Introduction.objects.filter(entrepreneur_id=person.pk, talk_held_at__isnull=False).count(),
    )


def clubs_of(employer_id: UUID) -> list[Club]:
    """The clubs and parks of a firm, by name."""
    return list(Club.objects.filter(members__employer_id=employer_id).order_by("name", "id"))


def members_joined(club_ids: list[UUID]) -> dict[UUID, tuple[int, int]]:
    """(how many firms we know there, how many of these take part) by club. One query."""
    rows = ClubMember.objects.filter(club_id__in=club_ids).values("club_id").order_by()
    counted = rows.annotate(
        known=Count("employer_id", distinct=True), joined=Count("employer__joinings", distinct=True)
    )
    return {row["club_id"]: (row["known"], row["joined"]) for row in counted}
