"""A proposal held for a write, with whom and what it is about; and whether it can go on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.candidates.commands import ObjectsToEmployers
from werktop.employers import queries as employers
from werktop.proposals.models import Proposal
from werktop.proposals.queries import proposals_visible_to
from werktop.proposals.refusals import (
    IsOver,
    IsPutForwardAlready,
    NobodyDecides,
    WorkIsClosed,
    WorkSelectsNobody,
)
from werktop.work_profiles import queries as work_profiles
from werktop.work_profiles.choices import RUNNING as WORK_RUNS


def hold_around(
    candidate_ids: Iterable[UUID], entrepreneur_id: UUID | None, work_profile_ids: Iterable[UUID]
) -> None:
    """Hold whom and what a proposal is about, in the order in which every command of the house does: who is put forward, who
    decides, the work. What is read of these after it stays true."""
    candidates.hold_candidates(candidate_ids)
    employers.hold_entrepreneurs(filter(None, [entrepreneur_id]))
    work_profiles.hold_work_profiles(work_profile_ids)


def held(found: Any, proposal_id: UUID) -> Proposal:
    """One of `found`, locked, with what it is about held before it; else `NotVisible`. `IsOver` where it is about another
    meanwhile: two files became one, or somebody was erased."""
    found = found.select_related(None).filter(pk=proposal_id).order_by()
    before = found.values_list("candidate_id", "entrepreneur_id", "work_profile_id").first()
    if before is None:
        raise NotVisible()
    candidate_id, entrepreneur_id, work_profile_id = before
    hold_around([candidate_id], entrepreneur_id, [work_profile_id])
    locked = found.select_for_update(of=("self",))
    # these are held: nobody changes them while this waits for the proposal itself
    row: Proposal | None = locked.select_related(
        "candidate", "work_profile__employer", "entrepreneur", "organisation"
    ).first()
    if row is None:
        raise NotVisible()
    if (row.candidate_id, row.entrepreneur_id, row.work_profile_id) != before:
        raise IsOver()
    return row


def held_to_work_on(actor: Actor, proposal_id: UUID) -> Proposal:
    """A proposal of the own organisation, held; else `NotVisible`."""
    return held(proposals_visible_to(actor), proposal_id)


def refuse_who_stopped(row: Proposal) -> None:
    """With a proposal that is held: who is put forward and who decides take part, and the candidate does not object. Refuses
    `TakesPartNoMore`, `NobodyDecides`, `ObjectsToEmployers`."""
    candidates.hold_who_is_here([row.candidate_id])
    if row.entrepreneur_id is None:
        raise NobodyDecides()
    employers.hold_who_is_here([row.entrepreneur_id])
    if candidates.not_to_be_proposed([row.candidate_id]):
        raise ObjectsToEmployers(row.candidate.first_name)


def refuse_what_cannot_go_on(row: Proposal) -> None:
    """The same, and the work is there and chosen for. Refuses also `WorkIsClosed`, `WorkSelectsNobody`."""
    refuse_who_stopped(row)
    refuse_work(row.work_profile)


def refuse_work(work: Any) -> None:
    """Nobody is put forward for work that is not there, or that goes by its queue: `WorkIsClosed`, `WorkSelectsNobody`."""
    if work.status not in WORK_RUNS:
        raise WorkIsClosed()
    if work.is_open_hiring:
        raise WorkSelectsNobody()


def saved_once(row: Proposal, fields: list[str]) -> None:
    """Save it; `IsPutForwardAlready` where the same candidate is put forward anew for this work meanwhile."""
    try:
        with transaction.atomic():
            row.save(update_fields=fields)
    except IntegrityError as fault:
        raise IsPutForwardAlready(row.candidate.first_name) from fault
