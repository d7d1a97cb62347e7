"""The gatherings to which somebody is invited or was, for the own page of a candidate or an entrepreneur."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor

from ..models import (
    HAS_STOPPED,
    Agreement,
    Click,
    Gathering,
    GatheringStatus,
    Guest,
    GuestKind,
    Reply,
)
from .came import seats_taken_in


@dataclass(frozen=True)
class OwnInvitation:
    """One gathering, and what the guest answered (a value of `Reply`). `is_asked_again`: the day changed after the
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
    """The gatherings that have not ended and to which the viewer was invited, the first one first. Who stands on a list
    and was not invited yet learns nothing of it. One query."""
    guests = (
        _as_guest(viewer)
        .filter(gathering__ends_at__gt=at)
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
    """Whether the viewer was invited to this gathering, also one that is over."""
    return _as_guest(viewer).filter(gathering_id=gathering_id).exists()


def gatherings_attended(viewer: Actor, *, at: datetime) -> list[Gathering]:
    """The gatherings that are over and where the viewer was, the last one first. One query."""
    guests = _as_guest(viewer).filter(gathering__ends_at__lte=at, arrived_at__isnull=False)
    rows = guests.select_related("gathering").order_by("-gathering__starts_at", "gathering_id")
    return [guest.gathering for guest in rows]


def times_at_the_table(viewer: Actor, employer_id: UUID, *, at: datetime) -> int:
    """At how many gatherings that are over somebody of this firm was, for who is of it."""
    came = Guest.objects.filter(
        entrepreneur__employer_id=employer_id, gathering__ends_at__lte=at, arrived_at__isnull=False
    )
    return came.values("gathering_id").distinct().count() if viewer.kind == GuestKind.ENTREPRENEUR else 0


def candidates_met(viewer: Actor) -> dict[UUID, list[UUID]]:
    """Of each gathering where this entrepreneur sat at a table, the keys of the candidates who sat there too, and take part still.
    Five queries, however many."""
    if viewer.kind != GuestKind.ENTREPRENEUR:
        return {}
    own = list(_as_guest(viewer).filter(arrived_at__isnull=False).values_list("id", "gathering_id"))
    sat = seats_taken_in([gathering_id for _key, gathering_id in own])
    chairs = ("plan__gathering_id", "round", "table_id")
    mine = set(sat.filter(guest__in=[key for key, _of in own]).values_list(*chairs))
    met = {guest for guest, *where in sat.values_list("guest_id", *chairs) if tuple(where) in mine}
    # who was tapped together at a table did meet, whatever the plan says
    met |= set(Click.objects.filter(chooser__entrepreneur_id=viewer.id).values_list("chosen_id", flat=True))
    agreed = Agreement.objects.filter(entrepreneur_guest__entrepreneur_id=viewer.id)
    met |= set(agreed.values_list("candidate_guest_id", flat=True))
    there = Guest.objects.filter(pk__in=met, kind=GuestKind.CANDIDATE, arrived_at__isnull=False)
    found: dict[UUID, list[UUID]] = {}
    for gathering_id, key in (
        there.exclude(HAS_STOPPED).order_by("id").values_list("gathering_id", "candidate_id")
    ):
        found.setdefault(gathering_id, []).append(key)
    return found


def _as_guest(viewer: Actor) -> QuerySet[Guest]:
    if viewer.kind not in GuestKind.values or viewer.id is None:
        return Guest.objects.none()
    return Guest.objects.filter(**{f"{viewer.kind}_id": viewer.id}).exclude(reply=Reply.CHOSEN)
