"""When guests promised to be at a gathering: nobody plans something else for them then."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ..models import GatheringStatus, Guest, Reply


@dataclass(frozen=True)
class PromisedHours:
    """A gathering, or a preparation, that is still to be or runs, and to which this person (the key of a candidate or
    an entrepreneur) said yes, or waits for a chair. `where` is the key of the host's firm, or a place elsewhere in
    words."""

    gathering_id: UUID
    person_id: UUID
    starts_at: datetime
    ends_at: datetime
    place_name: str
    where: str
    is_waiting: bool


def promised_hours(
    candidate_ids: Collection[UUID], entrepreneur_ids: Collection[UUID] = ()
) -> list[PromisedHours]:
    """Those of these people, the first to come first. One query; the caller has checked who asks."""
    guests = (
        Guest.objects.filter(
            Q(candidate_id__in=candidate_ids) | Q(entrepreneur_id__in=entrepreneur_ids),
            reply__in=(Reply.YES, Reply.WAITING),
            gathering__status__in=(GatheringStatus.PREPARING, GatheringStatus.RUNNING),
        )
        .select_related("gathering__host_employer")
        .order_by("gathering__starts_at", "id")
    )
    found = []
    for guest in guests:
        gathering, person = guest.gathering, guest.candidate_id or guest.entrepreneur_id
        assert person is not None  # a constraint of the table
        host = gathering.host_employer
        found.append(
            PromisedHours(
                gathering_id=gathering.pk,
                person_id=person,
                starts_at=gathering.starts_at,
                ends_at=gathering.ends_at,
                place_name=gathering.place_name,
                where=str(host.pk) if gathering.place_name == host.name else gathering.place_name,
                is_waiting=guest.reply == Reply.WAITING,
            )
        )
    return found
