"""The queue for work without selection: own candidates by name, those of others by their number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.work_profiles.choices import HOLDING, SAID_YES, Turn
from werktop.work_profiles.models import SignUp, WorkProfile

from .visible import work_profiles_in_region


@dataclass(frozen=True)
class InQueue:
    """Somebody in a queue as the viewer reads it. `name` is that of an own candidate, the first name of one who said yes, or "" for
    a number alone; `candidate_id` only where a name is read."""

    row: SignUp
    name: str
    candidate_id: UUID | None
    is_own: bool


def queue_of(viewer: Actor, profile: WorkProfile) -> list[InQueue]:
    """Everybody in the queue in the order of signing up. Who works with candidates reads the names of the own organisation's; of
    whom said yes everybody who works with the firm reads the first name, as the employer does."""
    if not viewer.can("see_employers") or profile.region_id != viewer.region_id:
        return []
    found = []
    for row in profile.sign_ups.select_related("candidate").order_by("number"):
        is_own = viewer.can("see_candidates") and row.organisation_id == viewer.organisation_id
        if is_own:
            name = row.candidate.name
        elif row.state in SAID_YES and viewer.can("edit_employers"):
            name = row.candidate.first_name
        else:
            name = ""
        found.append(InQueue(row, name, row.candidate_id if name else None, is_own))
    return found


def first_names_agreed(profile_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The first names of who was offered each of these works, said yes and does not object, and nothing else of them: for
    the employer, by rooms above that have decided who reads it."""
    found: dict[UUID, list[str]] = {}
    rows = SignUp.objects.filter(profile_id__in=list(profile_ids), state__in=SAID_YES).order_by("number")
    said_yes = list(rows.values_list("profile_id", "candidate_id", "candidate__first_name"))
    objecting = candidates.not_to_be_proposed([person for _key, person, _name in said_yes])
    for key, person, name in said_yes:
        if person not in objecting:
            found.setdefault(key, []).append(name)
    return found


def places_left(profile: WorkProfile) -> int:
    """How many places are offered to nobody."""
    return max(0, (profile.places or 1) - profile.sign_ups.filter(state__in=HOLDING).count())


def sign_ups_of(viewer: Actor, candidate: Any) -> QuerySet[SignUp]:
    """Where a candidate of the viewer's organisation signed up, the last first, with the work and the employer."""
    if not viewer.can("see_candidates"):
        return SignUp.objects.none()
    found = SignUp.objects.filter(candidate=candidate, organisation_id=viewer.organisation_id)
    return found.select_related("profile__employer").order_by("-signed_at", "-id")


def open_hiring_now(viewer: Actor) -> bool:
    """Whether anybody can sign up for work in the region now. One query."""
    return work_profiles_in_region(viewer).filter(is_open_hiring=True, closed_at=None).exists()


def running_sign_ups(viewer: Actor, candidate: Any) -> QuerySet[SignUp]:
    """What of it runs: waits, was offered or agreed."""
    return sign_ups_of(viewer, candidate).filter(state__in=[Turn.WAITING, Turn.OFFERED, Turn.AGREED])
