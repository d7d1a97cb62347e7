"""What the employer decides, and that the candidate hears it from a person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.accounts.own_pages import OWN_FIRM
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.proposals.models import DECISIONS, READ_BY_EMPLOYER, Proposal, Status
from werktop.proposals.queries import PURPOSE
from werktop.proposals.refusals import IsOver, WhyIsMissing

from .proposing import held_to_work_on


@command(about="proposal")
def decide_proposal(*, actor: Actor, at: datetime, proposal_id: UUID, decision: str, words: str = "") -> UUID:
    """The entrepreneur decides, on the own page or from the message: to meet, yes, or no with why (`WhyIsMissing`). It can be
    changed until the candidate was told; then `IsOver`."""
    row = _held_by_entrepreneur(actor, proposal_id)
    _decide(row, at, decision, words)
    row.decided_by = None
    row.save(update_fields=["status", "decided_at", "decided_words", "decided_by"])
    return row.pk


@command(about="proposal")
def note_decision(*, actor: Actor, at: datetime, proposal_id: UUID, decision: str, words: str = "") -> UUID:
    """A colleague heard what the employer decided. Refuses as `decide_proposal` does."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    _decide(row, at, decision, words)
    row.decided_by_id = actor.id
    row.save(update_fields=["status", "decided_at", "decided_words", "decided_by"])
    return row.pk


@command(about="proposal")
def take_back_decision(*, actor: Actor, at: datetime, proposal_id: UUID) -> UUID:
    """A decision that was noted by mistake: the employer has not decided yet. Only before the candidate was told; then `IsOver`."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    if row.status not in DECISIONS or row.told_at is not None:
        raise IsOver()
    row.status, row.decided_at, row.decided_words, row.decided_by = Status.SENT, None, "", None
    row.save(update_fields=["status", "decided_at", "decided_words", "decided_by"])
    return row.pk


@command(about="proposal")
def note_told(*, actor: Actor, at: datetime, proposal_id: UUID) -> UUID:
    """A colleague told the candidate what the employer decided, and why. Refuses `IsOver` where nothing was decided."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    if row.status not in DECISIONS:
        raise IsOver()
    if row.told_at is None:
        row.told_at, row.told_by_id = at, actor.id
        row.save(update_fields=["told_at", "told_by"])
    return row.pk


def _decide(row: Proposal, at: datetime, decision: str, words: str) -> None:
    said = " ".join(words.replace("\x00", "").split())[:300]
    if row.status not in READ_BY_EMPLOYER or (row.told_at is not None and row.status != Status.MEET):
        raise IsOver()
    if decision not in DECISIONS:
        raise IsOver()
    if decision == Status.NOT_NOW and not said:
        raise WhyIsMissing(field="words")
    row.status, row.decided_words, row.decided_at = decision, said, at
    row.told_at = row.told_by = None


def _held_by_entrepreneur(actor: Actor, proposal_id: UUID) -> Proposal:
    is_own = actor.kind == "entrepreneur" and (actor.can(OWN_FIRM) or actor.link_purpose == PURPOSE)
    found = Proposal.objects.filter(pk=proposal_id, entrepreneur_id=actor.id, status__in=READ_BY_EMPLOYER)
    if is_own and not actor.can(OWN_FIRM):
        found = found.filter(work_profile_id=actor.link_about_id)
    row = found.select_for_update(of=("self",)).first() if is_own else None
    if row is None:
        raise NotVisible()
    return row
