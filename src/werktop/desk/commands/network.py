"""A firm that a candidate knows is one of the region, or not after all: a colleague says so."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

from ..models import FirmLink


@command(about="candidate")
def link_firm(
    *, actor: Actor, at: datetime, candidate_id: UUID, known_firm_id: UUID, employer_id: UUID
) -> None:
    """The firm that this candidate named is this employer of the region. Saying it again changes nothing."""
    _require_own(actor, candidate_id, known_firm_id)
    employer = employers.employer_for(actor, employer_id)
    FirmLink.objects.update_or_create(
        known_firm_id=known_firm_id,
        defaults={"employer_id": employer.pk, "noted_at": at, "noted_by_id": actor.id},
    )


@command(about="candidate")
def unlink_firm(*, actor: Actor, at: datetime, candidate_id: UUID, known_firm_id: UUID) -> None:
    """It is another firm after all."""
    _require_own(actor, candidate_id, known_firm_id)
    FirmLink.objects.filter(known_firm_id=known_firm_id).delete()


def _require_own(actor: Actor, candidate_id: UUID, known_firm_id: UUID) -> None:
    actor.require("edit_candidates")
    candidate = candidates.candidate_for(actor, candidate_id)
    if known_firm_id not in {firm.id for firm in candidates.own_firms(candidate)}:
        raise NotVisible()
