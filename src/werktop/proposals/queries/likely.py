"""Who of the people that a colleague works with could be put forward for a work profile, with what fits in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.keys import lot
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import TermKind
from werktop.proposals.queries.visible import put_forward_ids

MOST = 8


def asked_by(work_profile: Any) -> dict[UUID, str]:
    """What the work asks and gives room to, as it is matched on, with the word for it; of an own term of an organisation the shared
    one that it counts as. Two queries."""
    rows = work_profile.terms.select_related("term")
    keys = {row.term.counts_as_id or row.term_id for row in rows}
    return {key: str(term.label) for key, term in catalogue.terms_by_id(keys).items()}


@dataclass(frozen=True)
class Likely:
    """A candidate, what the work asks that is noted of this person (`has`), and what must be there already and is not noted
    (`unheard`): to ask, it may well be there."""

    candidate: Any
    has: list[str]
    unheard: list[str]


def likely_candidates(viewer: Actor, work_profile: Any) -> list[Likely]:
    """At most eight candidates with whom the viewer works, who are not put forward for this work yet, do not object to that, and of
    whom something is noted that it asks: who has most of what must be there already first, then of all that it asks; a lot
    between equals (docs/decisions/0035). A proposal to look at, of the few whom one knows; the whole list stays one tap away.
    Six queries."""
    rows = list(work_profile.terms.select_related("term__counts_as"))
    must = {
        row.term.counts_as_id or row.term_id
        for row in rows
        if row.term.kind == TermKind.COMPETENCY and not row.is_learnable
    }
    asked = {row.term.counts_as_id or row.term_id for row in rows}
    if not asked:
        return []
    people = candidates.candidates_visible_to(viewer).filter(candidates.works_with(viewer))
    keys = list(
        people.exclude(pk__in=put_forward_ids(work_profile.pk)).order_by().values_list("pk", flat=True)
    )
    shared = {key: known & asked for key, known in candidates.term_ids_of(keys).items() if known & asked}
    objecting = candidates.not_to_be_proposed(shared)
    first = sorted(
        shared.keys() - objecting,
        key=lambda key: (-len(shared[key] & must), -len(shared[key]), lot(work_profile.pk, key)),
    )[:MOST]
    terms, known = catalogue.terms_by_id(asked), candidates.candidates_by_id(first)
    return [
        Likely(known[key], _words(terms, shared[key]), _words(terms, must - shared[key])) for key in first
    ]


def _words(terms: dict[UUID, Any], keys: set[UUID]) -> list[str]:
    return sorted(str(terms[key].label) for key in keys if key in terms)
