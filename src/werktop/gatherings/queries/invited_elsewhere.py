"""Candidates of a colleague whom another organisation in the region invited to a gathering of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

from werktop.audit.actors import Actor

from ..models import Gathering, Guest, Reply
from ..over import ended

TOLD_FOR = timedelta(days=7)
"""So long after the invitation it stands on Today of the colleague who works with this candidate."""


MOST_NAMED = 3
"""So many are named of one gathering; the others are counted."""


@dataclass(frozen=True)
class InvitedElsewhere:
    """A gathering, whose it is, and which candidates it invited: keys and names of the latest `MOST_NAMED`, and how many
    there are in all."""

    gathering: Gathering
    organisation: str
    named: list[tuple[UUID, str]]
    count: int

    @property
    def more(self) -> int:
        """Those who are not named."""
        return self.count - len(self.named)


def invited_elsewhere(viewer: Actor, at: datetime) -> list[InvitedElsewhere]:
    """Gatherings of other organisations that are still to come and invited candidates of the viewer in the last week, the
    latest invitation first. One query; none for who may see no files."""
    if not viewer.can("see_candidates"):
        return []
    guests = (
        Guest.objects.filter(
            organisation_id=viewer.organisation_id,
            candidate__assigned_to_id=viewer.id,
            invited_at__gt=at - TOLD_FOR,
            gathering__in=Gathering.objects.exclude(ended(at)),
        )
        .exclude(gathering__organisation_id=F("organisation_id"))
        .exclude(gathering__status="cancelled")
        .exclude(reply=Reply.CHOSEN)
        .select_related("candidate", "gathering__organisation")
        .order_by("-invited_at", "id")
    )
    by_gathering: dict[UUID, list[Guest]] = {}
    for guest in guests:
        by_gathering.setdefault(guest.gathering_id, []).append(guest)
    return [
        InvitedElsewhere(
            gathering=invited[0].gathering,
            organisation=invited[0].gathering.organisation.name,
            named=[(g.candidate.pk, g.candidate.name) for g in invited[:MOST_NAMED] if g.candidate],
            count=len(invited),
        )
        for invited in by_gathering.values()
    ]
