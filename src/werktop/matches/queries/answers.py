"""Which guests have answered for themselves with whom they want to talk on, and what came in since the proposals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.gatherings.queries.talks import ANSWERS_TAKEN_FOR, GuestWish, Wishes

from ..models import MatchRun
from .read_once import People


@dataclass(frozen=True)
class Answers:
    """`is_proposed`: whether proposals were made at all, for whomever. `since`: how many guests answered after that (0
    without proposals). `silent`: who was there
    and has not answered, the people by name, as far as the viewer may see them; empty once no
    answer can come. `guest_ids` by the key of the person."""

    is_proposed: bool
    since: int
    silent_candidates: list[Any]
    silent_entrepreneurs: list[Any]
    guest_ids: dict[UUID, UUID]


def answers_of(viewer: Actor, gathering: Any, told: Wishes, people: People, *, at: datetime) -> Answers:
    """What is known of the answers; one query. The caller has checked who asks, and read the `people`."""
    made_at = (
        MatchRun.objects.filter(gathering_id=gathering.pk)
        .order_by("-made_at", "-id")
        .values_list("made_at", flat=True)
        .first()
    )
    since = [g for g in told.guests.values() if made_at and g.answered_at and g.answered_at > made_at]
    silent = [g for g in told.guests.values() if not g.has_answered]
    if at > gathering.ends_at + ANSWERS_TAKEN_FOR:
        silent = []
    is_own = viewer.kind == "system" or gathering.organisation_id == viewer.organisation_id
    named = [g for g in silent if is_own or g.organisation_id == viewer.organisation_id]
    return Answers(
        is_proposed=made_at is not None,
        since=len(since),
        guest_ids={g.person_id: g.guest_id for g in named},
        silent_candidates=_by_name(people.candidates, named),
        silent_entrepreneurs=_by_name(people.entrepreneurs, named),
    )


def _by_name(people: dict[UUID, Any], guests: list[GuestWish]) -> list[Any]:
    found = [people[guest.person_id] for guest in guests if guest.person_id in people]
    return sorted(found, key=lambda person: (person.name.casefold(), str(person.pk)))
