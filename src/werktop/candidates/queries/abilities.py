"""What somebody has of what work asks: for the ranking as bits, and papers that end soon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, Certificate, HasRequirement
from werktop.catalogue import queries as catalogue

from .working import works_with

ENDS_WITHIN = timedelta(weeks=8)
"""So long before a paper ends a colleague reads it on Today: the time that a course or a new licence takes."""
LICENCE = "rijbewijs-%s"


def abilities_of(candidate_ids: Iterable[UUID], on: date) -> dict[UUID, int]:
    """The bits (`catalogue.queries.Masks`) of what each of these has on that day: by a paper that is valid then, by a driving
    licence out of a list, or because somebody said yes. Whoever said no by hand has it not, whatever a paper says. Four queries."""
    keys = list(candidate_ids)
    masks = catalogue.masks()
    had: dict[UUID, set[str]] = defaultdict(set)
    not_had: dict[UUID, set[str]] = defaultdict(set)
    papers = Certificate.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=on), candidate__in=keys, requirement__isnull=False
    )
    for key, code in papers.values_list("candidate_id", "requirement__code"):
        had[key].add(code)
    for key, kinds in Candidate.objects.filter(pk__in=keys).values_list("pk", "driving_licences"):
        had[key] |= {LICENCE % kind.lower() for kind in kinds} & masks.bits.keys()
    said = HasRequirement.objects.filter(candidate__in=keys)
    for key, code, answer in said.values_list("candidate_id", "requirement__code", "answer"):
        if answer != HasRequirement.Answer.UNKNOWN:
            (had if answer == HasRequirement.Answer.YES else not_had)[key].add(code)
    return {key: masks.of_abilities(had[key] - not_had[key]) for key in keys}


def ending_certificates(viewer: Actor, at: datetime, most: int = 30) -> list[Certificate]:
    """Papers of people with whom the viewer works that end within eight weeks and were not renewed, the first to end first, each
    with its candidate. One query."""
    today = timezone.localdate(at)
    renewed = Certificate.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=OuterRef("valid_until")),
        candidate=OuterRef("candidate"),
        requirement=OuterRef("requirement"),
    )
    ending = Certificate.objects.filter(
        works_with(viewer, "candidate__"),
        candidate__left_at=None,
        valid_until__gte=today,
        valid_until__lte=today + ENDS_WITHIN,
    )
    rows = ending.exclude(Exists(renewed)).select_related("candidate").order_by("valid_until", "id")
    return list(rows[:most])
