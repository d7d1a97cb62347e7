"""Work that employers of the region expect, to be added up."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import TermKind
from werktop.regions.queries import place_name
from werktop.work_profiles.expecting import Expected
from werktop.work_profiles.models import WorkProfile, WorkProfileTerm

from .listing import WorkFilters, found_work_profiles

MOST_ASKED = 10


def expected_work(viewer: Actor, filters: WorkFilters, today: date) -> QuerySet[WorkProfile]:
    """What runs, fits `filters`, and is expected by the employer or begins after today."""
    found = found_work_profiles(viewer, filters)
    return found.filter(Q(is_expected=True) | Q(from_date__gt=today))


def as_counted(found: QuerySet[WorkProfile]) -> list[Expected]:
    """The same as `expecting` adds it up; the place is that of the work, else of the firm, by its postcode. One query."""
    return [
        Expected(
            key=each.pk,
            what=each.what,
            places=each.places,
            from_date=each.from_date,
            how_sure=each.how_sure,
            sector=each.employer.sector,
            place=each.place or place_name(each.employer.postcode) or each.employer.place,
            employer_id=each.employer_id,
            employer=each.employer.name,
            because=each.get_because_display() if each.because else "",
        )
        for each in found
    ]


def most_asked(viewer: Actor, found: QuerySet[WorkProfile]) -> list[tuple[Any, int, int]]:
    """(competency, of how much of this work it is asked, of how much of that it can be learned there), most first. An own word
    counts as the shared one; of equals what stands first in the catalogue. Two queries."""
    asked = WorkProfileTerm.objects.filter(
        profile__in=found.order_by().values("pk"), term__kind=TermKind.COMPETENCY
    )
    counted = (
        catalogue.what_counts(asked)
        .values("counted_id")
        .annotate(
            number=Count("profile", distinct=True),
            learned=Count("profile", filter=Q(is_learnable=True), distinct=True),
        )
        .order_by("-number", "counted_id")
    )
    rows = list(counted)
    terms = catalogue.terms_by_id(row["counted_id"] for row in rows)
    found_terms = [(terms[row["counted_id"]], row["number"], row["learned"]) for row in rows]
    return sorted(found_terms, key=lambda each: (-each[1], each[0].position))[:MOST_ASKED]
