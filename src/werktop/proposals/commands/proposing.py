"""Putting candidates forward: asked first, then sent to who decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, Refusal, TakesPartNoMore
from werktop.candidates import queries as candidates
from werktop.candidates.commands import ObjectsToEmployers
from werktop.catalogue.unsaid import unsaid_in
from werktop.employers import queries as employers
from werktop.proposals.messages import ask_candidate, tell_entrepreneur
from werktop.proposals.models import LIVE, How, Proposal, Status
from werktop.proposals.queries import PURPOSE, Filters, found_proposals
from werktop.proposals.refusals import (
    IsOver,
    IsPutForwardAlready,
    NobodyChosen,
    NobodyDecides,
    ReasonIsMissing,
    ReasonSaysTooMuch,
    SaysNotYesYet,
    TooManyAtOnce,
)
from werktop.work_profiles import queries as work_profiles

from .holding import (
    held,
    held_to_work_on,
    hold_around,
    refuse_what_cannot_go_on,
    refuse_work,
    saved_once,
)

MOST = 10


@command(about="work_profile")
def propose(
    *,
    actor: Actor,
    at: datetime,
    work_profile_id: UUID,
    entrepreneur_id: UUID | None,
    people: Sequence[Mapping[str, Any]],
) -> list[UUID]:
    """Put these candidates of the own organisation forward for work in the region: all of them or none. Each of `people` has
    `candidate_id`, `reason` and `said_how` (how the candidate said yes; "" for who is still to be asked).

    Who said yes is sent to the entrepreneur, in one message; who did not is asked by the own way. Refuses `NobodyChosen`,
    `TooManyAtOnce`, `WorkIsClosed`, `WorkSelectsNobody`, `NobodyDecides`, and with `number` of the one it is about
    `TakesPartNoMore`, `ReasonIsMissing`, `ReasonSaysTooMuch`, `ObjectsToEmployers`, `IsPutForwardAlready`. Returns the keys, in
    the order of `people`.
    """
    actor.require("edit_candidates")
    if not people:
        raise NobodyChosen()
    if len(people) > MOST:
        raise TooManyAtOnce()
    hold_around([each["candidate_id"] for each in people], entrepreneur_id, [work_profile_id])
    work = work_profiles.work_profile_for(actor, work_profile_id)
    refuse_work(work)
    who_decides = _who_decides(actor, work, entrepreneur_id)
    rows = [_of_one(actor, at, work, who_decides, number, each) for number, each in enumerate(people)]
    try:
        with transaction.atomic():
            Proposal.objects.bulk_create(rows)
    except IntegrityError as fault:  # a colleague was quicker
        raise IsPutForwardAlready(rows[0].candidate.first_name) from fault
    if sent := [row for row in rows if row.status == Status.SENT]:
        tell_entrepreneur(actor=actor, at=at, rows=sent)
    for row in rows:
        if row.status == Status.ASKING:
            ask_candidate(actor=actor, at=at, row=row)
    tell(count=len(rows))
    return [row.pk for row in rows]


def _who_decides(actor: Actor, work: Any, entrepreneur_id: UUID | None) -> Any:
    if entrepreneur_id is None:
        raise NobodyDecides(field="entrepreneur")
    person = employers.entrepreneur_for(actor, entrepreneur_id)
    if person.employer_id != work.employer_id or not person.is_active:
        raise NobodyDecides(field="entrepreneur")
    return person


def _of_one(
    actor: Actor, at: datetime, work: Any, who_decides: Any, number: int, asked: Mapping[str, Any]
) -> Proposal:
    """One proposal, checked and not saved yet."""
    said_how = asked.get("said_how", "")
    if said_how and said_how not in How.values:
        raise SaysNotYesYet()
    try:
        person = candidates.candidate_for(actor, asked["candidate_id"])
        if person.left_at is not None:
            raise TakesPartNoMore(person.first_name)
        reason = checked_reason(asked.get("reason", ""))
        if candidates.not_to_be_proposed([person.pk]):
            raise ObjectsToEmployers(person.first_name)
        here = Proposal.objects.filter(candidate=person, work_profile_id=work.pk, status__in=LIVE)
        if here.exists():
            raise IsPutForwardAlready(person.first_name)
    except Refusal as refusal:
        refusal.number = number
        raise
    return Proposal(
        organisation_id=person.organisation_id, region_id=work.region_id, candidate=person, work_profile=work,
        entrepreneur=who_decides, reason=reason, by_id=actor.id if actor.kind == "staff" else None, made_at=at,
        status=Status.SENT if said_how else Status.ASKING, said_how=said_how,
        said_at=at if said_how else None, sent_at=at if said_how else None,
    )  # fmt: skip


def checked_reason(words: str) -> str:
    """What an employer reads of why: one or two sentences without benefit, health or target group. Refuses `ReasonIsMissing` and
    `ReasonSaysTooMuch`."""
    said = " ".join(words.replace("\x00", "").split())[:300]
    if not said:
        raise ReasonIsMissing(field="reason")
    if word := unsaid_in(said):
        raise ReasonSaysTooMuch(word)
    return said


@command(about="proposal")
def note_said(*, actor: Actor, at: datetime, proposal_id: UUID, is_yes: bool, how: str) -> UUID:
    """A colleague heard what the candidate says; a yes is sent to the employer at once. Refuses `IsOver`, and a yes as
    `reopen_proposal` does. Returns the key."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    if how not in How.values or how == How.OWN:
        how = How.TALK
    _say(actor, at, row, is_yes, how)
    return row.pk


@command(about="proposal")
def answer_own_proposal(*, actor: Actor, at: datetime, proposal_id: UUID, is_yes: bool) -> UUID:
    """The candidate says yes or no on the own page, or from the message. A yes can become a no until the employer decided: the
    proposal is then withdrawn. Refuses `IsOver`."""
    if actor.kind != "candidate":
        raise NotVisible()
    if actor.link_purpose == PURPOSE and actor.link_about_id != proposal_id:
        raise NotVisible()
    row = held(Proposal.objects.filter(candidate_id=actor.id), proposal_id)
    if row.status in (Status.SENT, Status.MEET) and not is_yes:
        row.status = Status.WITHDRAWN
        row.save(update_fields=["status"])
    elif not (row.status == Status.SENT and is_yes):
        _say(actor, at, row, is_yes, How.OWN)
    return row.pk


def _say(actor: Actor, at: datetime, row: Proposal, is_yes: bool, how: str) -> None:
    if row.status not in (Status.ASKING, Status.REFUSED):
        raise IsOver()
    if is_yes:
        refuse_what_cannot_go_on(row)
    row.said_how, row.said_at = how, at
    row.status = Status.REFUSED
    if is_yes:
        row.status, row.sent_at = Status.SENT, at
    saved_once(row, ["said_how", "said_at", "status", "sent_at"])
    if is_yes:
        tell_entrepreneur(actor=actor, at=at, rows=[row])


@command(about="proposal")
def withdraw_proposal(*, actor: Actor, at: datetime, proposal_id: UUID) -> UUID:
    """It does not go on: the employer reads it no more. `reopen_proposal` takes that back. Refuses `IsOver`."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    if row.status not in (Status.ASKING, Status.SENT, Status.MEET):
        raise IsOver()
    row.status = Status.WITHDRAWN
    row.save(update_fields=["status"])
    return row.pk


@command(about="proposal")
def reopen_proposal(*, actor: Actor, at: datetime, proposal_id: UUID) -> UUID:
    """What was withdrawn goes on where it stood: at the employer, or with the candidate to ask. Refuses `IsOver`,
    `TakesPartNoMore`, `WorkIsClosed`, `WorkSelectsNobody`, `ObjectsToEmployers`, `IsPutForwardAlready`."""
    actor.require("edit_candidates")
    row = held_to_work_on(actor, proposal_id)
    if row.status != Status.WITHDRAWN:
        raise IsOver()
    refuse_what_cannot_go_on(row)
    # who took a yes back is asked again
    was_sent = row.sent_at is not None and row.said_how != How.OWN
    row.status = Status.ASKING if not was_sent else Status.MEET if row.decided_at else Status.SENT
    saved_once(row, ["status"])
    return row.pk


@command(about="proposals")
def note_list_taken(*, actor: Actor, at: datetime, filters: Filters) -> None:
    """The actor downloads the proposals that fit `filters`: an audit line with how many."""
    actor.require("edit_candidates")
    tell(count=found_proposals(actor, filters).count())
