"""Work that employers expect."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from werktop.accounts.queries import accounts_by_id
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.employers.models import Opening

SAYS = ("what", "places", "from_date")


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


def opening_for(viewer: Actor, opening_id: UUID) -> Opening:
    """An opening that the viewer may change, with its employer; else `NotVisible`."""
    row = Opening.objects.filter(pk=opening_id, region_id=viewer.region_id).select_related("employer").first()
    if row is None or not can_close(viewer, row, row.employer.organisation_id):
        raise NotVisible()
    return row


def closed_of(viewer: Actor, employer_id: UUID) -> QuerySet[Opening]:
    """Work that was expected of this employer and was filled, or did not come; the last closed first."""
    if not viewer.can("see_employers"):
        return Opening.objects.none()
    closed = Opening.objects.filter(
        employer_id=employer_id, region_id=viewer.region_id, closed_at__isnull=False
    )
    return closed.order_by("-closed_at", "-id")


def opening_facts(opening: Opening) -> dict[str, Any]:
    """What the form asks of an opening."""
    return {name: getattr(opening, name) for name in SAYS}


def opening_version(opening: Opening) -> str:
    """The version that the form carries, for `change_opening`."""
    return version_of(opening_facts(opening))


@dataclass(frozen=True)
class Earlier:
    """What stood there until it was changed at `until`, by whom ("" where nobody is left to name)."""

    what: str
    places: int | None
    from_date: date | None
    status: str
    until: datetime
    by: str


def earlier_of(opening: Opening) -> list[Earlier]:
    """What stood there before, the last first. Two queries."""
    history = Opening.pgh_event_model.objects.filter(pgh_obj_id=opening.pk)  # type: ignore[attr-defined]
    lines = list(history.select_related("pgh_context").order_by("pgh_id"))
    told = [line.pgh_context.metadata if line.pgh_context else {} for line in lines]
    names = accounts_by_id({UUID(who) for said in told if len(who := str(said.get("actor", ""))) == 36})
    found = []
    for before, now, said in zip(lines, lines[1:], told[1:], strict=False):
        if all(getattr(before, name) == getattr(now, name) for name in (*SAYS, "status")):
            continue
        who = str(said.get("actor", ""))
        named = names.get(UUID(who)) if len(who) == 36 else None
        at = datetime.fromisoformat(said["at"]) if "at" in said else now.pgh_created_at
        label = str(Opening.Status(before.status).label)
        by = named.name if named else ""
        found.append(Earlier(before.what, before.places, before.from_date, label, at, by))
    return found[::-1]


def can_close(viewer: Actor, opening: Opening, responsible_id: UUID) -> bool:
    """Whether the viewer may close this opening; `responsible_id` is the organisation that answers for the employer."""
    return viewer.can("edit_employers") and viewer.organisation_id in (
        opening.organisation_id,
        responsible_id,
    )
