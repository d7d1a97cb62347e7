"""A firm that a candidate knows is one of the region, or not after all: a colleague says so."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.merging import stands_for
from werktop.audit.merging.rows import can_stand
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


def link_comes_back(known_firm: Any) -> None:
    """A firm that was taken out of a picture is put back: so is what a colleague said of it, unless that was ended before, or the
    employer is gone. For the command that puts it back."""
    history: Any = FirmLink.pgh_event_model  # type: ignore[attr-defined]
    lines = history.objects.filter(known_firm_id=known_firm.pk).select_related("pgh_context")
    line = lines.order_by("-pgh_id").first()
    if line is None or line.pgh_label != "delete":
        return
    if line.pgh_context and line.pgh_context.metadata.get("command") == "desk.unlink_firm":
        return
    link = FirmLink(known_firm_id=known_firm.pk, noted_at=line.noted_at, noted_by_id=line.noted_by_id)
    link.employer_id = stands_for("employer", line.employer_id) or line.employer_id
    if can_stand(link):
        link.save(force_insert=True)


def _require_own(actor: Actor, candidate_id: UUID, known_firm_id: UUID) -> None:
    actor.require("edit_candidates")
    # who takes the firm out of the picture holds the candidate too: what is read after this stays true
    candidates.hold_candidates([candidate_id])
    candidate = candidates.candidate_for(actor, candidate_id)
    if known_firm_id not in {firm.id for firm in candidates.own_firms(candidate)}:
        raise NotVisible()
