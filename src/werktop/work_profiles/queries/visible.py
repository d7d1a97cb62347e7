"""Work at the employers of the region: everybody there who works with employers reads it; who noted it, or answers for the firm,
changes it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.work_profiles.choices import RUNNING
from werktop.work_profiles.models import WorkProfile, WorkProfileTerm


def work_profiles_in_region(viewer: Actor) -> QuerySet[WorkProfile]:
    """All work that the viewer reads of, closed work too, without an order."""
    if not viewer.can("see_employers"):
        return WorkProfile.objects.none()
    return WorkProfile.objects.filter(region_id=viewer.region_id)


def work_profiles_of(viewer: Actor, employer_id: UUID) -> QuerySet[WorkProfile]:
    """The work that this employer has and expects, the first first; each with `noted_by`."""
    found = work_profiles_in_region(viewer).filter(employer_id=employer_id, status__in=RUNNING)
    return found.select_related("noted_by").order_by(F("from_date").asc(nulls_first=True), "noted_at", "id")


def closed_of(viewer: Actor, employer_id: UUID) -> QuerySet[WorkProfile]:
    """Work of this employer that was filled, did not come or went elsewhere; the last closed first."""
    closed = work_profiles_in_region(viewer).filter(employer_id=employer_id, closed_at__isnull=False)
    return closed.order_by("-closed_at", "-id")


def work_profile_for(viewer: Actor, work_profile_id: UUID) -> WorkProfile:
    """One work profile of the viewer's region, with its employer; else `NotVisible`."""
    found = work_profiles_in_region(viewer).select_related(
        "employer__organisation", "noted_by", "contact", "to_call"
    )
    profile = found.filter(pk=work_profile_id).first()
    if profile is None:
        raise NotVisible()
    return profile


def hold_work_profiles(ids: Iterable[UUID]) -> None:
    """Wait for who closes or changes this work, and keep it as it is until the transaction ends. For commands of rooms above: what
    they read about it after this stays true."""
    list(WorkProfile.objects.select_for_update(no_key=True).filter(pk__in=list(ids)).order_by("id"))


def work_profile_to_change(viewer: Actor, work_profile_id: UUID) -> WorkProfile:
    """One that the viewer may change; else `NotVisible`."""
    profile = work_profile_for(viewer, work_profile_id)
    if not can_change(viewer, profile, profile.employer.organisation_id):
        raise NotVisible()
    return profile


def closed_work_profile(viewer: Actor, employer_id: UUID, work_profile_id: UUID) -> WorkProfile | None:
    """Work of this employer that was closed, where the viewer may open it again; None for other work."""
    row = closed_of(viewer, employer_id).select_related("employer").filter(pk=work_profile_id).first()
    return row if row and can_change(viewer, row, row.employer.organisation_id) else None


def can_change(viewer: Actor, profile: WorkProfile, responsible_id: UUID) -> bool:
    """Whether the viewer may change this work; `responsible_id` is the organisation that answers for the employer."""
    return viewer.can("edit_employers") and viewer.organisation_id in (
        profile.organisation_id,
        responsible_id,
    )


def term_uses(viewer: Actor, term_ids: Iterable[UUID]) -> dict[UUID, int]:
    """With how much of the work that the viewer reads of each word of the catalogue is noted; 0 is left out."""
    noted = WorkProfileTerm.objects.filter(
        term_id__in=list(term_ids), profile__in=work_profiles_in_region(viewer).order_by()
    )
    return dict(noted.values_list("term_id").annotate(number=Count("id")).order_by())


def requirements_of(profile: WorkProfile) -> list[Any]:
    """What somebody must have for this work, in the order of the list."""
    rows = profile.requirements.select_related("requirement").order_by("requirement__bit")
    return [row.requirement for row in rows]


def firms_with_work(since: datetime, at: datetime) -> QuerySet[WorkProfile, Any]:
    """The keys of the firms of which work was noted between the two."""
    return WorkProfile.objects.filter(noted_at__range=(since, at)).order_by().values("employer_id")
