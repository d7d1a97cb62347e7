"""What a candidate wrote on the own page waits for who works with the candidate, until that colleague read it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.candidates.models import Candidate, OwnWriting
from werktop.candidates.queries.own_writing import reads_own_writing

from .keeping import candidate_to_edit


@command(about="candidate")
def note_own_read(*, actor: Actor, at: datetime, candidate_id: UUID, writing_ids: Collection[UUID]) -> int:
    """The actor works with the candidate, or nobody does, and read this on the page, or dealt with it where it is an objection.
    What was written since waits on. Returns how many were new."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    if not reads_own_writing(actor, candidate):
        raise NotVisible()
    read, _of = OwnWriting.objects.filter(candidate=candidate, pk__in=list(writing_ids)).delete()
    tell(count=read)
    return read


def note_own_writing(candidate: Candidate, kind: str, row_id: UUID, at: datetime) -> None:
    """The candidate wrote this row, or other words in it: from now on it waits to be read, under a key of its own, since who reads
    the words that stood there has not read these."""
    OwnWriting.objects.filter(candidate=candidate, kind=kind, row_id=row_id).delete()
    OwnWriting.objects.create(candidate=candidate, kind=kind, row_id=row_id, written_at=at)


def nothing_to_read(candidate: Candidate, row_id: UUID, *kinds: str) -> None:
    """What stood there was taken back by the candidate before anybody read it; without `kinds` all of this row."""
    waiting = OwnWriting.objects.filter(candidate=candidate, row_id=row_id)
    (waiting.filter(kind__in=kinds) if kinds else waiting).delete()
