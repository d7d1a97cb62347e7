"""What is to be arranged for the guests who come: an interpreter, childcare, the journey, a chair more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count, Q

from werktop.audit.actors import Actor

from ..models import OPEN, Gathering, Guest, GuestKind, Reply
from .gatherings import gatherings_visible_to
from .needs import BEFOREHAND, needing

SOON = timedelta(days=14)
"""From so long before the start on, an interpreter or childcare that nobody arranged stands on Today."""


def may_know_needs(viewer: Actor, gathering: Gathering, organisation_id: object) -> bool:
    """Whether the viewer may read by name what a guest of this organisation asks for: the guest's own organisation and the one
    that holds the gathering may, where they see files."""
    return viewer.can("see_whole_names") and viewer.organisation_id in (
        organisation_id,
        gathering.organisation_id,
    )


def asking_among(viewer: Actor, gathering: Gathering, guests: Iterable[Guest]) -> list[Guest]:
    """The candidates among these who come and may ask for something that the viewer may know; who really does,
    their row tells (`GuestRow.wants`). Nobody once the day is over. No query."""
    if gathering.status not in OPEN:
        return []
    return [
        g
        for g in guests
        if g.kind == GuestKind.CANDIDATE
        and g.reply == Reply.YES
        and may_know_needs(viewer, gathering, g.organisation_id)
    ]


def gatherings_to_arrange(viewer: Actor, at: datetime) -> list[tuple[Gathering, int]]:
    """Gatherings of the next two weeks of which the viewer is the contact, each with how many guests come who need an
    interpreter or childcare that nobody ticked as arranged. The first one first. One query."""
    if not viewer.can("see_guest_list"):
        return []
    asked = needing(*BEFOREHAND, of="guests__", files_of=viewer.organisation_id, is_open=True)
    waiting = asked & Q(guests__reply=Reply.YES)
    found = (
        gatherings_visible_to(viewer)
        .filter(
            contact_id=viewer.id,
            organisation_id=viewer.organisation_id,
            status__in=OPEN,
            starts_at__gt=at,
            starts_at__lte=at + SOON,
        )
        .annotate(asking=Count("guests", filter=waiting))
        .filter(asking__gt=0)
        .order_by("starts_at", "id")
    )
    return [(each, each.asking) for each in found]
