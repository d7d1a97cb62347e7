"""Objections: made by the candidate, or noted by a colleague whom the candidate told. They hold at once."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.candidates.models import Candidate, Objection, OwnWriting
from werktop.candidates.objected import end_all_at_objection

from .own_writing import note_own_writing, nothing_to_read
from .presentation import own_or_edited


@command(about="candidate")
def make_objection(*, actor: Actor, at: datetime, candidate_id: UUID, kind: str, words: str = "") -> None:
    """From now on what `kind` (a value of `Objection.Kind`) says holds, for everybody, and what ran against it ends.
    Saying it again changes nothing, or the reason."""
    candidate = own_or_edited(actor, candidate_id, need="own_strong")
    said = " ".join(words.replace("\x00", "").split())[:400]
    tell(kind=Objection.Kind(kind).value)
    standing = Objection.objects.filter(candidate=candidate, kind=kind, ended_at=None).first()
    if standing is not None:
        if said and said != standing.words:
            standing.words = said
            standing.save()
            _wait_to_be_read(actor, candidate, standing, at)
        return
    made = Objection.objects.create(
        candidate=candidate, kind=kind, words=said, made_at=at, was_shared=candidate.is_shared
    )
    _wait_to_be_read(actor, candidate, made, at)
    if kind == Objection.Kind.REGION:
        candidate.is_shared = False
    end_all_at_objection(actor, candidate, made.kind, at)
    _in_touch(candidate, at)


@command(about="candidate")
def end_objection(*, actor: Actor, at: datetime, candidate_id: UUID, kind: str) -> None:
    """The candidate takes an objection back; what was so before it is so again, but what ended with it (proposals, turns in a
    queue): that is asked anew. Saying it again changes nothing."""
    candidate = own_or_edited(actor, candidate_id, need="own_strong")
    tell(kind=Objection.Kind(kind).value)
    standing = Objection.objects.filter(candidate=candidate, kind=kind, ended_at=None).first()
    if standing is None:
        return
    standing.ended_at = at
    standing.save()
    nothing_to_read(candidate, standing.pk)
    if kind == Objection.Kind.REGION and standing.was_shared:
        candidate.is_shared = True
    _in_touch(candidate, at)


def _wait_to_be_read(actor: Actor, candidate: Candidate, row: Objection, at: datetime) -> None:
    """What a colleague noted down was heard."""
    if actor.kind == "candidate":
        note_own_writing(candidate, OwnWriting.Kind.OBJECTION, row.pk, at)


def _in_touch(candidate: Candidate, at: datetime) -> None:
    candidate.contact_at, candidate.erase_date = at, None
    candidate.save(update_fields=["is_shared", "contact_at", "erase_date"])
