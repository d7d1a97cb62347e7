"""Over mij: written by the candidate or a colleague, approved by the candidate alone, word for word."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import refuse_changed
from werktop.candidates.models import Candidate, Presentation
from werktop.candidates.models.presentation import LONGEST

from .keeping import account_of, candidate_to_edit
from .refusals import NothingIsSaid, TextIsTooLong


@command(about="candidate")
def write_presentation(
    *, actor: Actor, at: datetime, candidate_id: UUID, words: str, version: str = ""
) -> bool:
    """The text as it stands from now on; what was approved stays what employers read, until the candidate approves this one.
    By the candidate, or by who works with the candidate. Returns whether anything changed. Refuses `NothingIsSaid`,
    `TextIsTooLong`, and `ChangedMeanwhile` where somebody else changed what `version` saw (`queries.presentation_version`)."""
    candidate = own_or_edited(actor, candidate_id)
    return _write(candidate, words, version, actor, at)


@command(about="candidate")
def approve_presentation(
    *, actor: Actor, at: datetime, candidate_id: UUID, words: str, version: str = ""
) -> None:
    """The candidate approves exactly these words; employers read them from now on. Refuses as `write_presentation` does."""
    if actor.kind != "candidate":
        raise NotVisible()
    candidate = own_or_edited(actor, candidate_id)
    _write(candidate, words, version, actor, at)
    row = Presentation.objects.get(candidate=candidate)
    if not row.is_approved:
        row.approved_words, row.approved_at = row.words, at
        row.save()


@command(about="candidate")
def take_back_approval(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """Employers read nothing any more, until the candidate approves a text. The text itself stays."""
    if actor.kind != "candidate":
        raise NotVisible()
    candidate = own_or_edited(actor, candidate_id)
    row = Presentation.objects.filter(candidate=candidate).exclude(approved_at=None).first()
    if row is not None:
        row.approved_words, row.approved_at = "", None
        row.save()


def own_or_edited(actor: Actor, candidate_id: UUID, *, need: str = "own") -> Candidate:
    """The candidate, locked: the one whose own page it is (`need` says with what login), or one of the own organisation for who
    works with it; else `NotVisible`."""
    if actor.kind == "candidate":
        if actor.id != candidate_id or not actor.can(need):
            raise NotVisible()
    else:
        actor.require("edit_candidates")
    return candidate_to_edit(actor, candidate_id)


def _write(candidate: Candidate, words: str, version: str, actor: Actor, at: datetime) -> bool:
    row = Presentation.objects.filter(candidate=candidate).first() or Presentation(candidate=candidate)
    if version:
        refuse_changed(version, {"words": row.words})
    said = tidy_text(words)
    if not said:
        raise NothingIsSaid(field="words")
    if len(said) > LONGEST:
        raise TextIsTooLong(len(said), LONGEST, field="words")
    if said == row.words:
        return False
    row.words, row.written_at, row.written_by_id = said, at, account_of(actor)
    row.save()
    candidate.contact_at, candidate.erase_date = at, None
    candidate.save(update_fields=["contact_at", "erase_date"])
    tell(words=len(said))
    return True


def tidy_text(words: str) -> str:
    """The same text in one spelling: single spaces, at most one empty line on end."""
    plain = words.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    lines = [" ".join(line.split()) for line in plain.split("\n")]
    said = "\n".join(lines).strip()
    while "\n\n\n" in said:
        said = said.replace("\n\n\n", "\n\n")
    return said
