"""Placements as the person who works there, and the entrepreneur with whom, read them on the own page: since when, what work, and
whom they call. Nothing of how somebody is paid, and not in which form: some forms say in which target group somebody is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from werktop.accounts import queries as accounts
from werktop.accounts.own_pages import OWN, OWN_FIRM
from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.placements.models import Placement


@dataclass(frozen=True)
class ToCall:
    """Whom one calls: a colleague, or (`is_office`) the organisation."""

    name: str
    phone: str
    email: str
    is_office: bool = False


@dataclass(frozen=True)
class OnTheJob:
    """Somebody who works at a firm. `first_name` is "" for an entrepreneur where the candidate wants nothing to be told to
    employers. `begins`: the first day is still to come."""

    candidate_id: UUID
    first_name: str
    firm: str
    what: str
    since: date
    begins: bool
    to_call: ToCall


def placements_with(viewer: Actor, at: datetime) -> list[OnTheJob]:
    """Who works with the entrepreneur whose own page it is, the latest first."""
    if viewer.kind != "entrepreneur" or not viewer.can(OWN_FIRM):
        return []
    rows = _running(Placement.objects.filter(entrepreneur_id=viewer.id))
    if not rows:
        return []
    person = rows[0].entrepreneur
    silent = candidates.not_to_be_proposed([row.candidate_id for row in rows])
    return [
        _on_the_job(row, at, to_call, "" if row.candidate_id in silent else row.candidate.first_name)
        for row, to_call in _called(rows, [employers.own_contact(person)] if person else [])
    ]


def own_placements(viewer: Actor, at: datetime) -> list[OnTheJob]:
    """Where the candidate works whose own page it is, the latest first."""
    if viewer.kind != "candidate" or not viewer.can(OWN):
        return []
    rows = _running(Placement.objects.filter(candidate_id=viewer.id))
    others = [rows[0].candidate.assigned_to] if rows else []
    return [_on_the_job(row, at, to_call, row.candidate.first_name) for row, to_call in _called(rows, others)]


def _running(found: QuerySet[Any]) -> list[Any]:
    rows = found.filter(ended_date=None).select_related(
        "candidate__assigned_to", "employer", "organisation", "contact", "entrepreneur__employer"
    )
    return list(rows.order_by("-started_date", "-id"))


def _called(rows: Sequence[Any], others: Sequence[Any]) -> list[tuple[Any, ToCall]]:
    """Of each whom one calls: the colleague of the placement who still works here, else the first of `others` who does, else the
    office. One query."""
    here = accounts.who_may("edit_candidates", {row.organisation_id for row in rows}) if rows else set()
    found = []
    for row in rows:
        office = row.organisation
        colleague = row.contact if (row.contact_id, row.organisation_id) in here else None
        if colleague is None:
            colleague = next((each for each in others if each and each.is_active), None)
        if colleague:
            to_call = ToCall(colleague.name, colleague.phone or office.phone, colleague.email)
        else:
            to_call = ToCall(office.name, office.phone, office.email, is_office=True)
        found.append((row, to_call))
    return found


def _on_the_job(row: Any, at: datetime, to_call: ToCall, first_name: str) -> OnTheJob:
    begins = row.started_date > timezone.localdate(at)
    return OnTheJob(
        row.candidate_id, first_name, row.employer.name, row.what, row.started_date, begins, to_call
    )
