"""In which gatherings a candidate, or somebody of a firm, was a guest: for the screens that show one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

from ..models import GatheringStatus, Guest, Reply
from .gatherings import gatherings_visible_to


@dataclass(frozen=True)
class GuestAt:
    """One gathering in which somebody is or was a guest. `reply` is a value of `Reply`, `status` of
    `GatheringStatus`; `is_visible`: the viewer may open the gathering's page. `came` is None before the day.
    `who` names the person of a firm.
    """

    gathering_id: UUID
    place_name: str
    starts_at: datetime
    time_zone: str
    status: str
    reply: str
    came: bool | None
    is_visible: bool
    who: str = ""

    @property
    def reply_label(self) -> str:
        """The answer in words."""
        return str(Reply(self.reply).label)

    @property
    def is_cancelled(self) -> bool:
        """Whether the gathering did not take place."""
        return self.status == GatheringStatus.CANCELLED


def gatherings_of_candidate(viewer: Actor, candidate_id: UUID) -> list[GuestAt]:
    """The gatherings in which this candidate is or was a guest, the latest first. Three queries, however many.

    For who may see the candidate's file; `NotVisible` for everyone else. Who was only chosen, and not yet
    invited, is not a guest yet.
    """
    candidate = candidates.candidate_for(viewer, candidate_id)
    return _as_guest(viewer, Guest.objects.filter(candidate_id=candidate.pk))


def gatherings_of_employer(viewer: Actor, employer_id: UUID) -> list[GuestAt]:
    """The gatherings in which people of this firm are or were guests, the latest first, with who. Three queries.

    For who may see the firm; `NotVisible` for everyone else.
    """
    firm = employers.employer_for(viewer, employer_id)
    guests = Guest.objects.filter(entrepreneur__employer_id=firm.pk)
    return _as_guest(viewer, guests)


def _as_guest(viewer: Actor, guests: QuerySet[Guest]) -> list[GuestAt]:
    rows = list(
        guests.exclude(reply=Reply.CHOSEN, arrived_at=None)
        .select_related("gathering", "entrepreneur")
        .order_by("-gathering__starts_at", "id")
    )
    keys = [guest.gathering_id for guest in rows]
    visible = set(gatherings_visible_to(viewer).filter(pk__in=keys).values_list("pk", flat=True))
    return [
        GuestAt(
            gathering_id=guest.gathering_id,
            place_name=guest.gathering.place_name,
            starts_at=guest.gathering.starts_at,
            time_zone=guest.gathering.time_zone,
            status=guest.gathering.status,
            reply=guest.reply,
            came=bool(guest.arrived_at)
            if guest.gathering.status in (GatheringStatus.RUNNING, GatheringStatus.FINISHED)
            else None,
            is_visible=guest.gathering_id in visible,
            who=guest.entrepreneur.name if guest.entrepreneur else "",
        )
        for guest in rows
    ]
