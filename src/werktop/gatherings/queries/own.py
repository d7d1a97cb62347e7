"""The gatherings to which a candidate is invited, for the candidate's own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor

from ..models import Gathering, GatheringStatus, Guest, Reply


@dataclass(frozen=True)
class OwnInvitation:
    """One gathering to come, and what the candidate answered (a value of `Reply`). `is_asked_again`: the day changed after the
    answer."""

    gathering: Gathering
    reply: str
    is_asked_again: bool

    @property
    def is_cancelled(self) -> bool:
        """Whether the gathering does not take place."""
        return self.gathering.status == GatheringStatus.CANCELLED

    @property
    def is_open(self) -> bool:
        """Whether an answer is asked for."""
        return not self.is_cancelled and (self.reply == Reply.INVITED or self.is_asked_again)


def own_invitations(viewer: Actor, *, at: datetime) -> list[OwnInvitation]:
    """The gatherings that have not ended and to which the candidate was invited, the first one first. Who stands on a list
    and was not invited yet learns nothing of it. One query."""
    if viewer.kind != "candidate":
        return []
    guests = (
        Guest.objects.filter(candidate_id=viewer.id, gathering__ends_at__gt=at)
        .exclude(reply=Reply.CHOSEN)
        .select_related("gathering")
        .order_by("gathering__starts_at", "gathering_id")
    )
    return [
        OwnInvitation(
            guest.gathering, guest.reply, guest.reply == Reply.YES and guest.asked_again_at is not None
        )
        for guest in guests
    ]


def is_invited(viewer: Actor, gathering_id: UUID) -> bool:
    """Whether this candidate was invited to this gathering, also one that is over."""
    found = Guest.objects.filter(candidate_id=viewer.id, gathering_id=gathering_id).exclude(
        reply=Reply.CHOSEN
    )
    return viewer.kind == "candidate" and found.exists()
