"""How many candidates of the whole region have a word of the catalogue, as may be told to who sees no file: nothing of fewer than
ten people, and else in fives, rounded down."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count

from werktop.audit.actors import Actor
from werktop.candidates.models import CandidateTerm
from werktop.candidates.totals import STEP, is_told_of
from werktop.catalogue import queries as catalogue


def candidates_with_words(viewer: Actor, term_ids: Iterable[UUID]) -> dict[UUID, int]:
    """By the key of each of these words: how many candidates of the viewer's region have it, where that may be told. One query."""
    if not viewer.can("see_employers"):
        return {}
    wanted = list(term_ids)
    theirs = CandidateTerm.objects.filter(
        candidate__region_id=viewer.region_id, candidate__left_at=None, term__in=catalogue.counting_as(wanted)
    )
    counted = (
        catalogue.what_counts(theirs)
        .values_list("counted_id")
        .annotate(people=Count("candidate_id", distinct=True))
        .order_by()
    )
    return {key: people // STEP * STEP for key, people in counted if is_told_of(people)}
