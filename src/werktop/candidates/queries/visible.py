"""Who sees which candidates, and how much of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import MD5, Cast, Coalesce, Concat

from werktop.audit.actors import Actor
from werktop.audit.merging import stands_for
from werktop.audit.refusals import NotVisible, TakesPartNoMore
from werktop.candidates.models import Candidate, CandidateTerm, Objection
from werktop.catalogue import queries as catalogue


def candidates_visible_to(viewer: Actor, *, with_left: bool = False) -> QuerySet[Candidate]:
    """The candidates of the viewer's own organisation, by first name; those who left only `with_left`.

    Nobody without the capability `see_candidates` sees any.
    """
    if not viewer.can("see_candidates"):
        return Candidate.objects.none()
    found = Candidate.objects.filter(organisation_id=viewer.organisation_id)
    if not with_left:
        found = found.filter(left_at=None)
    return found.order_by("first_name", "last_name", "id")


def candidate_for(viewer: Actor, candidate_id: UUID) -> Candidate:
    """One candidate of the viewer's own organisation, also one who left; else `NotVisible`."""
    found = (
        candidates_visible_to(viewer, with_left=True)
        .select_related("assigned_to", "organisation")
        .filter(pk=candidate_id)
        .first()
    )
    if found is None:
        raise NotVisible()
    return found


@dataclass(frozen=True)
class SearchProfile:
    """What other organisations in the region see of a shared candidate (VUM): no name, no contact."""

    id: UUID
    organisation_id: UUID
    pc4: str
    languages: list[str]
    term_ids: set[UUID]


def search_profiles_in_region(viewer: Actor) -> list[SearchProfile]:
    """Shared candidates of the region's other organisations, without anything that names them. Not among them are who objects to
    that, whatever the row says, and who was not told yet what is kept (GDPR, art. 14(3)(c)). Two queries."""
    if not viewer.can("see_candidates"):
        return []
    rows = list(
        _found_in_region()
        .filter(region_id=viewer.region_id)
        .exclude(organisation_id=viewer.organisation_id)
        .order_by("id")
        .values_list("id", "organisation_id", "postcode", "languages")
    )
    terms = term_ids_of(row[0] for row in rows)
    return [
        SearchProfile(key, organisation_id, postcode[:4], languages, terms.get(key, set()))
        for key, organisation_id, postcode, languages in rows
    ]


def candidates_by_id(ids: Iterable[UUID]) -> dict[UUID, Candidate]:
    """Candidates by key, for rooms above that have decided who may see them."""
    return Candidate.objects.in_bulk(list(ids))


def organisations_of(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Which organisation answers for each of these candidates; who is erased is not in it. One query."""
    return dict(Candidate.objects.filter(pk__in=list(ids)).values_list("pk", "organisation_id"))


def is_found_in_region(candidate: Candidate) -> bool:
    """Whether other organisations of the region find this candidate now, without a name. One query."""
    return _found_in_region().filter(pk=candidate.pk).exists()


def _found_in_region() -> QuerySet[Candidate]:
    objections = Objection.objects.filter(candidate=OuterRef("pk"), kind=Objection.Kind.REGION, ended_at=None)
    found = Candidate.objects.filter(is_shared=True, informed_date__isnull=False, left_at=None)
    return found.exclude(Exists(objections))


def hold_candidates(ids: Iterable[UUID]) -> None:
    """Wait for who stops or erases these people, and keep them as they are until the transaction ends. For commands of
    rooms above: what they read about the people after this stays true."""
    list(Candidate.objects.select_for_update(no_key=True).filter(pk__in=list(ids)).order_by("id"))


def hold_who_is_here(ids: Iterable[UUID]) -> None:
    """As `hold_candidates`, for a command by which something begins or goes on with these people, also where it takes something
    back: `TakesPartNoMore` for who left, `NotVisible` for who is no more."""
    asked = set(ids)
    hold_candidates(asked)
    people = Candidate.objects.in_bulk(asked)
    if len(people) != len(asked):
        raise NotVisible()
    for person in people.values():
        if person.left_at is not None:
            raise TakesPartNoMore(person.first_name)


def gone_among(viewer: Actor, ids: Iterable[UUID]) -> dict[UUID, bool]:
    """Who of these is no more: True for who became part of another file of the viewer's organisation, False for who was erased."""
    asked = set(ids)
    gone = asked - set(Candidate.objects.filter(pk__in=asked).values_list("pk", flat=True))
    return {key: stands_for("candidate", key, viewer) is not None for key in gone}


def companions_of(ids: Iterable[UUID]) -> int:
    """How many of these candidates bring somebody along: a number, for rooms above that may not know who."""
    return Candidate.objects.filter(pk__in=list(ids), has_companion=True).count()


def most_shared_first(found: QuerySet[Any], term_ids: Iterable[UUID], drawn_for: UUID) -> QuerySet[Any]:
    """The same candidates: who has most of these terms as they are matched on first, and between equals a lot that is drawn for
    this thing and stays (docs/decisions/0035)."""
    shared = catalogue.what_counts(CandidateTerm.objects.filter(candidate=OuterRef("pk")))
    each = shared.filter(counted_id__in=list(term_ids)).order_by().values("candidate")
    number = Subquery(each.annotate(number=Count("counted_id", distinct=True)).values("number"))
    return found.order_by(
        Coalesce(number, 0).desc(), MD5(Concat(Value(str(drawn_for)), Cast("pk", TextField())))
    )


def term_ids_of(candidate_ids: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """The keys of each candidate's competencies and interests as they are matched on: an organisation's own term stands
    for the shared one that it counts as. A candidate without any is not in it."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    noted = CandidateTerm.objects.filter(candidate_id__in=list(candidate_ids))
    for candidate_id, term_id in catalogue.what_counts(noted).values_list("candidate_id", "counted_id"):
        found[candidate_id].add(term_id)
    return dict(found)


def term_uses(viewer: Actor, term_ids: Iterable[UUID]) -> dict[UUID, int]:
    """With how many of the candidates that the viewer sees each word of the catalogue is noted; 0 is left out."""
    noted = CandidateTerm.objects.filter(
        term_id__in=list(term_ids), candidate__in=candidates_visible_to(viewer).order_by()
    )
    return dict(noted.values_list("term_id").annotate(number=Count("id")).order_by())


def noted_term_ids(candidate_id: UUID) -> set[UUID]:
    """The keys of one candidate's competencies and interests as they were noted, own terms of the organisation too."""
    return set(CandidateTerm.objects.filter(candidate_id=candidate_id).values_list("term_id", flat=True))
