"""Who reads a proposal: colleagues of the candidate's organisation; the entrepreneur who decides, once it was sent; and the
candidate of whom it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from werktop.accounts.own_pages import OWN, OWN_FIRM
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.proposals.models import DECISIONS, READ_BY_EMPLOYER, RUNNING, Proposal, Status

SHOWN_AFTER = timedelta(days=60)
"""So long an entrepreneur still reads what was decided."""
SILENT_AFTER = timedelta(days=7)
"""After so many days a colleague calls an employer who said nothing yet."""
ASK_AGAIN_AFTER = timedelta(days=4)
PURPOSE = "proposal"
"""The signed link in a message about proposals."""


def proposals_visible_to(viewer: Actor) -> QuerySet[Any]:
    """The proposals of candidates whom the viewer may see, with candidate, work and firm."""
    if not viewer.can("see_candidates"):
        return Proposal.objects.none()
    found = Proposal.objects.filter(organisation_id=viewer.organisation_id)
    return found.select_related("candidate", "work_profile__employer", "entrepreneur", "by")


def proposal_for(viewer: Actor, proposal_id: UUID) -> Any:
    """One of these; else `NotVisible`."""
    row = proposals_visible_to(viewer).filter(pk=proposal_id).first()
    if row is None:
        raise NotVisible()
    return row


def proposals_of_candidate(viewer: Actor, candidate_id: UUID) -> QuerySet[Any]:
    """The proposals of one candidate whom the viewer may see, the latest first."""
    return proposals_visible_to(viewer).filter(candidate_id=candidate_id).order_by("-made_at", "-id")


def proposals_of_work(viewer: Actor, work_profile_id: UUID) -> QuerySet[Any]:
    """The proposals for one work profile of candidates whom the viewer may see, the latest first."""
    return proposals_visible_to(viewer).filter(work_profile_id=work_profile_id).order_by("-made_at", "-id")


def put_forward_ids(work_profile_id: UUID) -> set[UUID]:
    """Who is put forward for this work now, of all organisations; for who chooses others."""
    rows = Proposal.objects.filter(work_profile_id=work_profile_id, status__in=[*RUNNING, Status.TAKEN])
    return set(rows.values_list("candidate_id", flat=True))


def proposals_to_decide(viewer: Actor, at: datetime) -> list[Any]:
    """What the entrepreneur in the viewer's session, or behind the viewer's link, reads: what waits first, then what was decided in
    the last weeks. By work. Nothing of who objects to employers reading of them, and nothing for who no longer takes part."""
    if viewer.kind != "entrepreneur" or not (viewer.can(OWN_FIRM) or viewer.link_purpose == PURPOSE):
        return []
    found = Proposal.objects.filter(
        entrepreneur_id=viewer.id, entrepreneur__is_active=True, status__in=READ_BY_EMPLOYER
    )
    if not viewer.can(OWN_FIRM):
        found = found.filter(work_profile_id=viewer.link_about_id)
    recent = found.filter(Q(decided_at=None) | Q(decided_at__gt=at - SHOWN_AFTER))
    recent = recent.select_related("candidate", "work_profile__employer", "organisation", "by")
    rows = list(
        recent.order_by(F("decided_at").desc(nulls_first=True), "work_profile__what", "sent_at", "id")
    )
    objecting = candidates.not_to_be_proposed([row.candidate_id for row in rows]) if rows else set()
    return [row for row in rows if row.candidate_id not in objecting]


def own_proposals(viewer: Actor) -> list[Any]:
    """What runs of the candidate whose own page it is, or whose link, the latest first. A no of an employer is not among it: that
    is told by a person."""
    if viewer.kind != "candidate" or not (viewer.can(OWN) or viewer.link_purpose == PURPOSE):
        return []
    found = Proposal.objects.filter(candidate_id=viewer.id, status__in=[*RUNNING, *DECISIONS], told_at=None)
    if not viewer.can(OWN):
        found = found.filter(pk__in=[viewer.link_about_id])
    rows = found.select_related("work_profile__employer", "organisation", "by", "candidate")
    return list(rows.order_by("-made_at", "-id"))


def proposals_due(viewer: Actor, at: datetime) -> list[Any]:
    """Of whom the viewer works with: decisions that the candidate was not told yet, yeses that were not sent, candidates to ask
    again, and employers who said nothing for long. One query, what waits longest first."""
    if not viewer.can("edit_candidates"):
        return []
    to_tell = Q(status__in=DECISIONS, told_at=None)
    to_ask = Q(status=Status.ASKING, made_at__lte=at - ASK_AGAIN_AFTER)
    silent = Q(status=Status.SENT, sent_at__lte=at - SILENT_AFTER)
    rows = proposals_visible_to(viewer).filter(candidates.works_with(viewer, "candidate__"))
    return list(rows.filter(to_tell | to_ask | silent).order_by("made_at", "id")[:20])


def is_to_tell(row: Proposal) -> bool:
    """Whether an employer decided and nobody told the candidate yet."""
    return row.status in DECISIONS and row.told_at is None


def is_taken(row: Proposal) -> bool:
    """Whether the employer says yes: the work may begin."""
    return bool(row.status == Status.TAKEN)


def is_to_ask(row: Proposal) -> bool:
    """Whether the candidate did not say yet whether it is all right."""
    return bool(row.status == Status.ASKING)


def read_about(rows: Iterable[Any]) -> dict[UUID, str]:
    """What an employer reads of each of these candidates, in the words that the candidate approved; of who approved none
    nothing."""
    return candidates.read_by_employers({row.candidate_id for row in rows})
