"""Who reads a placement: colleagues of the candidate's organisation. Of others a firm's page tells how many."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.candidates import queries as candidates
from werktop.placements.models import Placement
from werktop.support import queries as support
from werktop.support.reckoning import NoRule, trial_placement

SAYS = (
    "what", "work_form", "week_minutes", "started_date", "expected_end_date", "entrepreneur_id", "work_profile_id", "footing",
    "takes_no_paid_work", "leave_given",
)  # fmt: skip
"""What a colleague changes of it by the form; `footing` for who may see it alone."""


def placements_visible_to(viewer: Actor) -> QuerySet[Any]:
    """The placements of candidates whom the viewer may see, with candidate, firm and who is called."""
    if not viewer.can("edit_candidates"):
        return Placement.objects.none()
    found = Placement.objects.filter(organisation_id=viewer.organisation_id)
    return found.select_related(
        "candidate", "employer", "entrepreneur", "work_profile", "contact", "noted_by", "organisation"
    )


def placement_for(viewer: Actor, placement_id: UUID) -> Any:
    """One of these; else `NotVisible`."""
    row = placements_visible_to(viewer).filter(pk=placement_id).first()
    if row is None:
        raise NotVisible()
    return row


def placements_of_candidate(viewer: Actor, candidate_id: UUID) -> QuerySet[Any]:
    """The placements of one candidate whom the viewer may see, the latest first."""
    return placements_visible_to(viewer).filter(candidate_id=candidate_id).order_by("-started_date", "-id")


def placements_at(viewer: Actor, employer_id: UUID) -> QuerySet[Any]:
    """Who of the viewer's candidates works at this firm now, or begins there, the latest first."""
    found = placements_visible_to(viewer).filter(employer_id=employer_id, ended_date=None)
    return found.order_by("-started_date", "-id")


def placements_of_work(viewer: Actor, work_profile_id: UUID) -> QuerySet[Any]:
    """The same of one work profile."""
    found = placements_visible_to(viewer).filter(work_profile_id=work_profile_id, ended_date=None)
    return found.order_by("-started_date", "-id")


def placement_of_proposal(viewer: Actor, proposal_id: UUID) -> Any | None:
    """The placement that came of a proposal, where there is one."""
    return placements_visible_to(viewer).filter(proposal_id=proposal_id).first()


def count_of_others(viewer: Actor, employer_id: UUID) -> int:
    """How many candidates of other organisations work at this firm now. A number, and no name."""
    found = Placement.objects.filter(employer_id=employer_id, region_id=viewer.region_id, ended_date=None)
    return found.exclude(organisation_id=viewer.organisation_id).count()


def filled_places(work_profile_id: UUID) -> int:
    """How many people work on this work profile now, or begin, of all organisations. One query."""
    return Placement.objects.filter(work_profile_id=work_profile_id, ended_date=None).count()


def may_see_footing(viewer: Actor, candidate: Any, at: datetime) -> bool:
    """Whether the viewer reads how this candidate is paid: who works with the candidate, as with everything about benefits."""
    return candidates.can_see_needs(viewer, candidate, at)


def most_months_of_trial(row: Placement, at: datetime) -> int | None:
    """The most months that a trial placement lasts by the rules of support where it is and on its first day; None where no rule
    says. Which law it is under is not asked here: the longest counts. One query."""
    rules = support.rules_for(row.region_id, row.organisation_id)
    try:
        found = trial_placement(rules, on=row.started_date or timezone.localdate(at))
    except NoRule:
        return None
    return int(found.steps[-1].value)


def placement_facts(row: Placement) -> dict[str, Any]:
    """The facts that the form asks for."""
    return {name: getattr(row, name) for name in SAYS}


def placement_version(row: Placement) -> str:
    """The version that the form carries, for `change_placement`."""
    return version_of(placement_facts(row))


def colleagues_to_call(viewer: Actor) -> list[Any]:
    """The colleagues of the viewer's organisation who work with candidates now, by name. Two queries."""
    if viewer.organisation_id is None:
        return []
    able = {key for key, _organisation in accounts.who_may("edit_candidates", [viewer.organisation_id])}
    return list(accounts.colleagues_of(viewer).filter(pk__in=able))
