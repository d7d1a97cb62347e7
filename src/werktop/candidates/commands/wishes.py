"""What work somebody wants, noted in one go: occupations, interests and own words, and when, how far and how."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates.models import Source, Wish
from werktop.candidates.queries.versions import wanted_by

from .keeping import candidate_to_edit
from .picture import note_part
from .refusals import NothingIsSaid
from .talents import note_terms


@command(about="candidate")
def note_wish(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    occupation_ids: Iterable[UUID] = (),
    term_ids: Iterable[UUID] = (),
    source: str = Source.OWN_WORDS,
    reason: str = "",
    version: str = "",
    **facts: Any,
) -> None:
    """Note the wish (`facts` as `note_part` takes them) with the occupations and interests that somebody named; what is there
    already stays as it was noted. Refuses `NothingIsSaid` where nothing is, and what `note_part` and `note_terms` refuse."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    there = wanted_by(candidate)
    work = [key for key in dict.fromkeys(occupation_ids) if key not in there]
    likes = [key for key in dict.fromkeys(term_ids) if key not in there]
    had = Wish.objects.filter(candidate=candidate).exists()
    says = any(facts.values())
    if not (had or says or work or likes):
        raise NothingIsSaid(field="work")
    said: dict[str, Any] = {"candidate_id": candidate_id, "source": source, "reason": reason}
    if had or says:
        note_part(actor=actor, at=at, part="wish", version=version, **said, **facts)
    for key in work:
        note_part(actor=actor, at=at, part="occupation", occupation_id=key, **said)
    if likes:
        note_terms(actor=actor, at=at, term_ids=likes, **said)
    tell(count=len(work) + len(likes))
