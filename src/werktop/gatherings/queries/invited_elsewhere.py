"""Candidates of a colleague whom another organisation in the region invited to a gathering of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

from werktop.audit.actors import Actor

from ..models import Gathering, Guest, Reply

TOLD_FOR = timedelta(days=7)
"""So long after the invitation it stands on Today of the colleague who works with this candidate."""


@dataclass(frozen=True)
class InvitedElsewhere:
    """A candidate, by which organisation, and to which gathering."""

    candidate_id: UUID
    name: str
    organisation: str
    gathering: Gathering


def invited_elsewhere(viewer: Actor, at: datetime) -> list[InvitedElsewhere]:
    """The viewer's own candidates whom another organisation invited in the last week to what is still to come, the
    latest invitation first. One query; nobody for who may see no files."""
    if not viewer.can("see_candidates"):
        return []
    guests = (
        Guest.objects.filter(
            organisation_id=viewer.organisation_id,
            candidate__assigned_to_id=viewer.id,
            invited_at__gt=at - TOLD_FOR,
            gathering__ends_at__gt=at,
        )
        .exclude(gathering__organisation_id=F("organisation_id"))
        .exclude(gathering__status="cancelled")
        .exclude(reply=Reply.CHOSEN)
        .select_related("candidate", "gathering__organisation")
        .order_by("-invited_at", "id")
    )
    return [
        InvitedElsewhere(g.candidate.pk, g.candidate.name, g.gathering.organisation.name, g.gathering)
        for g in guests
        if g.candidate
    ]
