"""Business clubs and parks of the region: everybody who works with employers sees them, one organisation edits."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from werktop.ambassadors.models import Club
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of


def clubs_in_region(viewer: Actor) -> QuerySet[Club]:
    """The clubs and parks of the viewer's region, by name."""
    if not viewer.can("see_employers"):
        return Club.objects.none()
    return Club.objects.filter(region_id=viewer.region_id).order_by("name", "id")


ORDERS = {
    "name": ("name", "id"),
    "-name": ("-name", "-id"),
    "place": ("place", "name", "id"),
    "-place": ("-place", "name", "id"),
}
FACTS = ("kind", "name", "place", "firm_count", "contact_name", "contact_email", "contact_phone", "words")


def club_for(viewer: Actor, club_id: UUID) -> Club:
    """One of these; else `NotVisible`."""
    found = clubs_in_region(viewer).select_related("organisation").filter(pk=club_id).first()
    if found is None:
        raise NotVisible()
    return found


def can_edit_club(viewer: Actor, club: Club) -> bool:
    """Whether the viewer's organisation answers for it."""
    return viewer.can("edit_employers") and viewer.organisation_id == club.organisation_id


def club_facts(club: Club) -> dict[str, Any]:
    """The facts that the form asks for, as they are kept now."""
    return {name: getattr(club, name) for name in FACTS}


def club_version(club: Club) -> str:
    """The version that a form carries, for `change_club`."""
    return version_of(club_facts(club))


def found_clubs(viewer: Actor, words: str, kind: str, sort: str) -> QuerySet[Club]:
    """Those whose name or place has these words, of this kind ("" for both), in this order."""
    found = clubs_in_region(viewer)
    if kind:
        found = found.filter(kind=kind)
    if words.strip():
        found = found.filter(Q(name__icontains=words.strip()) | Q(place__icontains=words.strip()))
    return found.order_by(*ORDERS.get(sort, ORDERS["name"]))
