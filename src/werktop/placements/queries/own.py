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
    """Who works with the entrepreneur whose own page it is, the latest first; and, for who speaks for the firm, with whom nobody
    there was noted who still takes part."""
    if viewer.kind != "entrepreneur" or not viewer.can(OWN_FIRM):
        return []
    person = employers.own_entrepreneur(viewer)
    at_firm = _running(Placement.objects.filter(employer_id=person.employer_id))
    if not at_firm:
        return []
    speakers = employers.who_speaks_for([person.employer_id]).get(person.employer_id, [])
    rows = [row for row in at_firm if person.pk in {each.pk for each in _readers(row, speakers)}]
    silent = candidates.not_to_be_proposed([row.candidate_id for row in rows])
    return [
        _on_the_job(row, at, to_call, "" if row.candidate_id in silent else row.candidate.first_name)
        for row, to_call in _called(rows, [employers.own_contact(person)])
    ]


def _readers(row: Any, speakers: Sequence[Any]) -> Sequence[Any]:
    """Who of the firm is told about a placement: the one who was noted and takes part, else who speaks for the firm."""
    person = row.entrepreneur
    return [person] if person is not None and person.is_active else speakers


@dataclass(frozen=True)
class Readers:
    """Who reads on an own page whom to call about a placement: those of the firm, and of them who has no address for it yet; and
    whether the candidate does."""

    of_firm: list[Any]
    without_address: list[Any]
    candidate: bool

    @property
    def nobody(self) -> bool:
        """Nobody of the firm reads it."""
        return not self.of_firm


def readers_of(row: Placement) -> Readers:
    """Who reads whom to call about this placement. The own page opens with a code by e-mail. The caller has checked who asks."""
    told = _readers(row, employers.who_speaks_for([row.employer_id]).get(row.employer_id, []))
    return Readers(
        [each for each in told if each.email],
        [each for each in told if not each.email],
        bool(row.candidate.email),
    )


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
