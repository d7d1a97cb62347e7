"""Fellow entrepreneurs who were named: everybody who works with employers sees them, one organisation calls."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.ambassadors.models import OPEN, Fellow
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible

ORDERS = {
    "name": ("name", "id"),
    "-name": ("-name", "-id"),
    "named": ("named_at", "id"),
    "-named": ("-named_at", "-id"),
}


@dataclass(frozen=True)
class FellowFilters:
    """`state` is one of `FellowState`, "open" or "" for all; `is_mine`: those that the viewer calls, and of nobody yet."""

    words: str = ""
    state: str = "open"
    is_mine: bool = False
    sort: str = ""


def fellows_in_region(viewer: Actor) -> QuerySet[Fellow]:
    """Who was named in the viewer's region, who waits longest first."""
    if not viewer.can("see_employers"):
        return Fellow.objects.none()
    return (
        Fellow.objects.filter(region_id=viewer.region_id)
        .select_related("entrepreneur__employer", "employer", "contact", "organisation")
        .order_by("named_at", "id")
    )


def found_fellows(viewer: Actor, filters: FellowFilters) -> QuerySet[Fellow]:
    """Those that fit, in order."""
    found = fellows_in_region(viewer)
    if filters.state == "open":
        found = found.filter(state__in=OPEN)
    elif filters.state:
        found = found.filter(state=filters.state)
    if filters.is_mine:
        found = found.filter(
            Q(contact_id__in=viewer.ids) | Q(contact=None), organisation_id=viewer.organisation_id
        )
    if words := filters.words.strip():
        found = found.filter(
            Q(name__icontains=words)
            | Q(entrepreneur__employer__name__icontains=words)
            | Q(entrepreneur__first_name__icontains=words)
        )
    return found.order_by(*ORDERS.get(filters.sort, ORDERS["named"]))


def fellow_for(viewer: Actor, fellow_id: UUID) -> Fellow:
    """One of these; else `NotVisible`."""
    found = fellows_in_region(viewer).filter(pk=fellow_id).first()
    if found is None:
        raise NotVisible()
    return found


def can_call(viewer: Actor, fellow: Fellow) -> bool:
    """Whether the viewer's organisation answers for who named them."""
    return viewer.can("edit_employers") and viewer.organisation_id == fellow.organisation_id


def fellows_of(entrepreneur_ids: list[UUID]) -> QuerySet[Fellow]:
    """Whom these entrepreneurs named, the last first; for pages that have decided who may see it."""
    found = Fellow.objects.filter(entrepreneur_id__in=entrepreneur_ids).select_related("employer", "contact")
    return found.order_by("-named_at", "-id")
