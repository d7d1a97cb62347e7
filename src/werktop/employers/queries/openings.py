"""Work that employers expect."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, QuerySet

from werktop.audit.actors import Actor
from werktop.employers.models import Opening


def openings_of(viewer: Actor, employer_id: UUID) -> QuerySet[Opening]:
    """The work that this employer of the viewer's region expects, the first first; each with `noted_by`."""
    if not viewer.can("see_employers"):
        return Opening.objects.none()
    return (
        Opening.objects.filter(
            employer_id=employer_id, region_id=viewer.region_id, status=Opening.Status.OPEN
        )
        .select_related("noted_by")
        .order_by(F("from_date").asc(nulls_first=True), "noted_at", "id")
    )


def closed_opening(viewer: Actor, employer_id: UUID, opening_id: UUID) -> Opening | None:
    """An opening of this employer that was closed, where the viewer may open it again; None for another."""
    if not viewer.can("see_employers"):
        return None
    closed = Opening.objects.filter(
        pk=opening_id, employer_id=employer_id, region_id=viewer.region_id, closed_at__isnull=False
    )
    row = closed.select_related("employer").first()
    return row if row and can_close(viewer, row, row.employer.organisation_id) else None


def can_close(viewer: Actor, opening: Opening, responsible_id: UUID) -> bool:
    """Whether the viewer may close this opening; `responsible_id` is the organisation that answers for the employer."""
    return viewer.can("edit_employers") and viewer.organisation_id in (
        opening.organisation_id,
        responsible_id,
    )
