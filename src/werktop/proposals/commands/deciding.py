"""What the employer decides, and that the candidate hears it from a person."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.accounts.own_pages import OWN_FIRM
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.proposals.models import DECISIONS, READ_BY_EMPLOYER, Proposal, Status
from werktop.proposals.queries import PURPOSE
from werktop.proposals.refusals import IsOver, WhyIsMissing
from werktop.work_profiles.choices import Status as Work

from .holding import held, held_to_work_on, refuse_what_cannot_go_on, refuse_who_stopped, saved_once

SAYS = ["status", "decided_at", "decided_words", "decided_by", "told_at", "told_by"]


@command(about="proposal")
def decide_proposal(*, actor: Actor, at: datetime, proposal_id: UUID, decision: str, words: str = "") -> UUID:
    """The entrepreneur decides, on the own page or from the message: to meet, yes, or no with why (`WhyIsMissing`). It can be
    changed until the candidate was told; then `IsOver`. For work that is filled or does not come a no alone is left:
    `WorkIsClosed`. Refuses also `IsPutForwardAlready`, where a no becomes a yes after the candidate was put forward anew."""
    row = _held_by_entrepreneur(actor, proposal_id)
    _decide(row, at, decision, words)
    if decision != Status.NOT_NOW:
        refuse_what_cannot_go_on(row)
    row.decided_by = None
    saved_once(row, SAYS)
    return row.pk


@command(about="proposal")
def note_decision(*, actor: Actor, at: datetime, proposal_id: UUID, decision: str, words: str = "") -> UUID:
    """A colleague heard what the employer decided. Refuses as `decide_proposal` does, but for a yes for work that is filled: it may
    be this candidate who fills it."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    _decide(row, at, decision, words)
    if decision == Status.TAKEN and row.work_profile.status == Work.FILLED:
        refuse_who_stopped(row)
    elif decision != Status.NOT_NOW:
        refuse_what_cannot_go_on(row)
    row.decided_by_id = actor.id
    saved_once(row, SAYS)
    return row.pk


@command(about="proposal")
def take_back_decision(*, actor: Actor, at: datetime, proposal_id: UUID) -> UUID:
    """A decision that was noted by mistake: the employer has not decided yet. Only before the candidate was told; then `IsOver`.
    Refuses also `TakesPartNoMore`, `ObjectsToEmployers`, `IsPutForwardAlready`."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    if row.status not in DECISIONS or row.told_at is not None:
        raise IsOver()
    refuse_who_stopped(row)
    row.status, row.decided_at, row.decided_words, row.decided_by = Status.SENT, None, "", None
    saved_once(row, SAYS)
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
    """One that the entrepreneur reads; else `NotVisible`. Whether the candidate objects is asked once all is held."""
    if actor.kind != "entrepreneur" or not (actor.can(OWN_FIRM) or actor.link_purpose == PURPOSE):
        raise NotVisible()
    found = Proposal.objects.filter(entrepreneur_id=actor.id, status__in=READ_BY_EMPLOYER)
    if not actor.can(OWN_FIRM):
        found = found.filter(work_profile_id=actor.link_about_id)
    row = held(found, proposal_id)
    if row.entrepreneur is None or not row.entrepreneur.is_active:
        raise NotVisible()
    if candidates.not_to_be_proposed([row.candidate_id]):
        raise NotVisible()
    return row
