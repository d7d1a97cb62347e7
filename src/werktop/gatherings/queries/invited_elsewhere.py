"""Candidates of a colleague whom another organisation in the region invited to a gathering of its own, and whom of them
somebody has to call: no message reaches them in time, and only the own organisation has the number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates

from ..models import Gathering, Guest, Reply
from ..over import ended
from .hearing import CALL, ON_THE_LIST, is_late

TOLD_FOR = timedelta(days=7)
"""So long after the invitation it stands on Today of the colleague who works with this candidate."""


MOST_NAMED = 3
"""So many are named of one gathering; the others are counted."""


@dataclass(frozen=True)
class InvitedElsewhere:
    """A gathering, whose it is, and which candidates it invited: keys and names of the latest `MOST_NAMED`, and how many
    there are in all; `to_call` and `calls`: the same of those whom only a call reaches."""

    gathering: Gathering
    organisation: str
    named: list[tuple[UUID, str]]
    count: int
    to_call: list[tuple[UUID, str]]
    calls: int

    @property
    def more(self) -> int:
        """Those who are not named."""
        return self.count - len(self.named)

    @property
    def more_calls(self) -> int:
        """Those to call who are not named."""
        return self.calls - len(self.to_call)


def invited_elsewhere(viewer: Actor, at: datetime) -> list[InvitedElsewhere]:
    """Gatherings of other organisations that are still to come and invited candidates of the viewer in the last week, or
    candidates of the viewer or of nobody who have not answered and whom only a call reaches; the latest invitation first.
    One query; none for who may see no files."""
    if not viewer.can("see_candidates"):
        return []
    own = Q(candidate__assigned_to_id=viewer.id)
    can_call = candidates.mine_or_nobodys(viewer, "candidate__")
    guests = (
        Guest.objects.filter(
            own & Q(invited_at__gt=at - TOLD_FOR) | can_call & Q(reply=Reply.INVITED),
            organisation_id=viewer.organisation_id,
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
        if _is_told(guest, viewer, at) or _is_to_call(guest):
            by_gathering.setdefault(guest.gathering_id, []).append(guest)
    return [_told(invited, [g for g in invited if _is_to_call(g)]) for invited in by_gathering.values()]


def _told(invited: list[Guest], to_call: list[Guest]) -> InvitedElsewhere:
    return InvitedElsewhere(
        gathering=invited[0].gathering,
        organisation=invited[0].gathering.organisation.name,
        named=[_named(g) for g in invited[:MOST_NAMED]],
        count=len(invited),
        to_call=[_named(g) for g in to_call[:MOST_NAMED]],
        calls=len(to_call),
    )


def _named(guest: Guest) -> tuple[UUID, str]:
    assert guest.candidate is not None  # entrepreneurs are asked by who holds the gathering
    return guest.candidate.pk, guest.candidate.name


def _is_told(guest: Guest, viewer: Actor, at: datetime) -> bool:
    is_own = guest.candidate is not None and guest.candidate.assigned_to_id == viewer.id
    return is_own and guest.invited_at is not None and guest.invited_at > at - TOLD_FOR


def _is_to_call(guest: Guest) -> bool:
    """Not of who stands on the list of calls about a change: there it is ticked."""
    if guest.reply != Reply.INVITED or guest.invited_at is None or guest.hears_by in ON_THE_LIST:
        return False
    return guest.channel == CALL or is_late(guest.channel, guest.gathering.starts_at, guest.invited_at)
