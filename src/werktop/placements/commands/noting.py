"""A placement is noted, after a proposal or without one, and what is known of it changes."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, refuse_far_day
from werktop.audit.versions import refuse_changed
from werktop.candidates import queries as candidates
from werktop.catalogue.choices import WorkForm
from werktop.catalogue.unsaid import unsaid_in
from werktop.employers import queries as employers
from werktop.placements.models import UNPAID, Footing, Placement
from werktop.placements.queries import (
    SAYS,
    Filters,
    colleagues_to_call,
    found_placements,
    may_see_footing,
    most_months_of_trial,
    placement_facts,
    placement_of_proposal,
)
from werktop.placements.refusals import (
    EmployerSaidNoYes,
    EndsBeforeItStarts,
    FormIsMissing,
    LeaveIsMissing,
    NobodyToCall,
    WhatIsMissing,
    WhatSaysTooMuch,
    WorksThereAlready,
)
from werktop.placements.terms import Terms, asks_leave, footing_that_follows, footings_of, refused
from werktop.proposals import queries as proposals
from werktop.work_profiles import queries as work_profiles

TERMS = {each.name for each in fields(Terms)}


@command(about="placement")
def note_placement(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    employer_id: UUID,
    contact_id: UUID | None = None,
    **facts: Any,
) -> UUID:
    """A candidate of the own organisation works at an employer of the region from `started_date` on. `facts` are those of
    `queries.SAYS`: `what`, `work_form` and `started_date` at least, and what `terms` asks of the form of work. Who notes it is
    called, unless `contact_id` names another.

    Refuses `WorksThereAlready`, `WhatIsMissing`, `WhatSaysTooMuch`, `FormIsMissing`, `EndsBeforeItStarts`, `DayOutOfReach`,
    `NobodyToCall`, and as `terms.refused` says. Returns the key.
    """
    actor.require("edit_candidates")
    person = candidates.candidate_for(actor, candidate_id)
    firm = employers.employer_for(actor, employer_id)
    return _noted(actor, at, person, firm, contact_id, None, facts)


@command(about="placement")
def note_placement_of_proposal(
    *, actor: Actor, at: datetime, proposal_id: UUID, contact_id: UUID | None = None, **facts: Any
) -> UUID:
    """The same after the employer said yes to a proposal, for its candidate, work and employer. A second time it is the placement
    that is there. Refuses `EmployerSaidNoYes`, and as `note_placement` does."""
    actor.require("edit_candidates")
    proposal = proposals.proposal_for(actor, proposal_id)
    if there := placement_of_proposal(actor, proposal_id):
        return UUID(str(there.pk))
    if not proposals.is_taken(proposal):
        raise EmployerSaidNoYes()
    work, facts = proposal.work_profile, {**facts, "work_profile_id": proposal.work_profile_id}
    return _noted(actor, at, proposal.candidate, work.employer, contact_id, proposal_id, facts)


def _noted(
    actor: Actor,
    at: datetime,
    person: Any,
    firm: Any,
    contact_id: UUID | None,
    proposal_id: UUID | None,
    facts: dict[str, Any],
) -> UUID:
    row = Placement(
        organisation_id=person.organisation_id, region_id=firm.region_id, candidate=person, employer=firm,
        proposal_id=proposal_id, contact_id=_contact(actor, contact_id), noted_at=at,
        noted_by_id=actor.id if actor.kind == "staff" else None,
    )  # fmt: skip
    _take(actor, at, row, dict.fromkeys(("what", "work_form"), "") | facts)
    if row.started_date is None:
        raise TypeError("a placement has a first worked day")
    _saved_once(row)
    return row.pk


@command(about="placement")
def change_placement(
    *, actor: Actor, at: datetime, placement_id: UUID, version: str = "", **facts: Any
) -> UUID:
    """Change what is known of a placement of the own organisation; what is not named stays. Refuses as `note_placement` does, and
    `ChangedMeanwhile`."""
    row = held_placement(actor, placement_id)
    if version:
        refuse_changed(version, placement_facts(row))
    _take(actor, at, row, facts)
    _saved_once(row, list(facts))
    return row.pk


@command(about="placements")
def note_list_taken(*, actor: Actor, at: datetime, filters: Filters) -> None:
    """The actor downloads the placements that fit `filters`: an audit line with how many."""
    actor.require("edit_candidates")
    tell(count=found_placements(actor, filters).count())


def held_placement(actor: Actor, placement_id: UUID) -> Placement:
    """A placement of the own organisation, locked; else `NotVisible`."""
    actor.require("edit_candidates")
    # no join: of who waited for the lock a joined row is of before the wait
    row = (
        Placement.objects.select_for_update()
        .filter(pk=placement_id, organisation_id=actor.organisation_id)
        .first()
    )
    if row is None:
        raise NotVisible()
    return row


def colleague_to_call(actor: Actor, account_id: UUID) -> UUID:
    """The key of a colleague of the actor's organisation who works with candidates; else `NobodyToCall`."""
    if account_id not in {each.pk for each in colleagues_to_call(actor)}:
        raise NobodyToCall(field="contact")
    return account_id


def _contact(actor: Actor, contact_id: UUID | None) -> UUID | None:
    if contact_id is not None:
        return colleague_to_call(actor, contact_id)
    return actor.id if actor.kind == "staff" else None


def _take(actor: Actor, at: datetime, row: Placement, facts: dict[str, Any]) -> None:
    """Put checked facts on a row that is not saved yet."""
    if unknown := set(facts) - set(SAYS):
        raise TypeError(f"no such facts: {', '.join(sorted(unknown))}")
    if facts.get("footing", row.footing) != row.footing and not (
        facts["footing"] in ("", *Footing.values) and may_see_footing(actor, row.candidate, at)
    ):
        raise NotVisible()
    if "what" in facts:
        facts["what"] = _checked_what(facts["what"], row.what)
    if facts.get("work_form", WorkForm.REGULAR) not in WorkForm.values:
        raise FormIsMissing(field="work_form")
    today = timezone.localdate(at)
    for name in ("started_date", "expected_end_date"):
        if facts.get(name) and facts[name] != getattr(row, name):
            refuse_far_day(facts[name], today, name)
    _refuse_of_another_firm(actor, row, facts)
    for name, value in facts.items():
        setattr(row, name, value)
    if TERMS & set(facts):
        _settle_terms(actor, at, row, facts)
    for name in ("expected_end_date", "ended_date"):
        day = getattr(row, name)
        if day and row.started_date and day < row.started_date:
            raise EndsBeforeItStarts(field=name if name in facts else "started_date")


def _settle_terms(actor: Actor, at: datetime, row: Placement, facts: dict[str, Any]) -> None:
    """What the form of work leaves no choice in is filled in, what it does not ask goes, and what `terms` refuses is refused. Of
    who may not see how somebody is paid another form takes that along in silence."""
    if "footing" not in facts and row.footing not in footings_of(row.work_form):
        row.footing = ""
    row.footing = footing_that_follows(row.work_form, row.footing)
    row.takes_no_paid_work = row.takes_no_paid_work and row.work_form in UNPAID
    row.leave_given = row.leave_given and asks_leave(row.work_form, row.footing)
    facts |= {name: getattr(row, name) for name in ("footing", "takes_no_paid_work", "leave_given")}
    said = Terms(**{name: getattr(row, name) for name in TERMS})
    for refusal in refused(said, lambda: most_months_of_trial(row, at)):
        is_told = row.work_form == WorkForm.TRIAL or may_see_footing(actor, row.candidate, at)
        if is_told or not isinstance(refusal, LeaveIsMissing):
            raise refusal


def _checked_what(words: str, before: str) -> str:
    """What work it is, in words that the firm reads too: nothing that an employer does not read from us."""
    said = " ".join(words.replace("\x00", "").split())[:120]
    if not said:
        raise WhatIsMissing(field="what")
    if said != before and (word := unsaid_in(said)):
        raise WhatSaysTooMuch(word)
    return said


def _refuse_of_another_firm(actor: Actor, row: Placement, facts: dict[str, Any]) -> None:
    """Whom somebody works with, and on what, is of this firm; else `NotVisible`."""
    person_id, work_id = facts.get("entrepreneur_id"), facts.get("work_profile_id")
    firms = set()
    if person_id and person_id != row.entrepreneur_id:
        firms.add(employers.entrepreneur_for(actor, person_id).employer_id)
    if work_id and work_id != row.work_profile_id:
        firms.add(work_profiles.work_profile_for(actor, work_id).employer_id)
    if firms - {row.employer_id}:
        raise NotVisible()


def _saved_once(row: Placement, fields: list[str] | None = None) -> None:
    try:
        with transaction.atomic():
            row.save(update_fields=fields)
    except IntegrityError as fault:
        raise works_there_already(row) from fault


def works_there_already(row: Placement) -> WorksThereAlready:
    """What is said where the database refuses a second placement that runs."""
    return WorksThereAlready(row.candidate.first_name, row.employer.name)
