"""Talents and interests of a candidate, several at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.text import capfirst

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates.models import CandidateTerm, Level, Source
from werktop.catalogue import queries as catalogue

from .keeping import account_of, candidate_to_edit
from .refusals import AreThereAlready, LevelIsUnknown, NothingIsSaid


@command(about="candidate")
def note_terms(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    term_ids: Iterable[UUID],
    level: int | None = None,
    source: str = Source.OWN_WORDS,
    reason: str = "",
) -> list[UUID]:
    """Note these talents and interests, all seen in one place; `level` is of the talents alone. Returns their keys.

    Refuses `NothingIsSaid`, `LevelIsUnknown`, and `AreThereAlready` where one of them is noted: then none is.
    """
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    terms = catalogue.terms_by_id(catalogue.to_note(actor, term_ids))
    if not terms:
        raise NothingIsSaid(field="term_ids")
    if level is not None and level not in Level.values:
        raise LevelIsUnknown(field="level")
    there = set(candidate.terms.filter(term_id__in=terms).values_list("term_id", flat=True))
    if there:
        words = ", ".join(capfirst(term.label) for key, term in terms.items() if key in there)
        raise AreThereAlready(words, len(there), field="term_ids")
    rows = CandidateTerm.objects.bulk_create(
        CandidateTerm(
            candidate=candidate,
            term_id=key,
            level=level if term.kind == catalogue.TermKind.COMPETENCY else None,
            source=Source(source),
            reason=" ".join(reason.split())[:200],
            noted_at=at,
            noted_by_id=account_of(actor),
        )
        for key, term in terms.items()
    )
    tell(part="term", count=len(rows))
    return [row.pk for row in rows]
