"""Ambassadors of the region: everybody who works with employers sees them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.ambassadors.models import Ambassador
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of


def ambassadors_in_region(viewer: Actor) -> QuerySet[Ambassador]:
    """Who is and was an ambassador in the viewer's region, what runs first."""
    if not viewer.can("see_employers"):
        return Ambassador.objects.none()
    return (
        Ambassador.objects.filter(region_id=viewer.region_id)
        .select_related("entrepreneur__employer")
        .order_by("-until_date", "-since_date", "-id")
    )


def ambassadors_of(viewer: Actor, entrepreneur_ids: Iterable[UUID]) -> QuerySet[Ambassador]:
    """Of these people alone."""
    return ambassadors_in_region(viewer).filter(entrepreneur_id__in=list(entrepreneur_ids))


def ambassador_for(viewer: Actor, ambassador_id: UUID) -> Ambassador:
    """One of the viewer's region; else `NotVisible`."""
    found = ambassadors_in_region(viewer).filter(pk=ambassador_id).first()
    if found is None:
        raise NotVisible()
    return found


def last_time_of(entrepreneur_id: UUID) -> Ambassador | None:
    """The row that runs, else the last that ended; for pages that have decided who may see it."""
    rows = Ambassador.objects.filter(entrepreneur_id=entrepreneur_id).order_by(
        "-until_date", "-since_date", "-id"
    )
    return rows.first()


def time_running_of(entrepreneur_id: UUID) -> Ambassador | None:
    """The row that runs, where this entrepreneur is an ambassador now; for pages that have decided who may see it."""
    last = last_time_of(entrepreneur_id)
    return last if last is not None and last.until_date is None else None


def ambassador_facts(row: Ambassador) -> dict[str, Any]:
    """The facts that the form asks for, as they are kept now."""
    return {"offers": list(row.offers), "words": row.words, "since_date": row.since_date}


def ambassador_version(row: Ambassador) -> str:
    """The version that a form carries, for `change_ambassador`."""
    return version_of(ambassador_facts(row))
