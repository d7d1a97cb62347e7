"""Who coaches whom, and who introduced whom: for who works with the candidate alone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from werktop.ambassadors.models import Coaching, Introduction
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates


def coaching_visible_to(viewer: Actor) -> QuerySet[Coaching]:
    """Coaching of candidates of the viewer's organisation, what runs first."""
    if not viewer.can("edit_candidates"):
        return Coaching.objects.none()
    seen = candidates.candidates_visible_to(viewer, with_left=True).order_by()
    return (
        Coaching.objects.filter(candidate__in=seen.values("pk"))
        .select_related("candidate", "entrepreneur__employer")
        .order_by("-until_date", "-since_date", "-id")
    )


def coaching_of_candidate(viewer: Actor, candidate_id: UUID) -> QuerySet[Coaching]:
    """Who coaches and coached this candidate, what runs first."""
    return coaching_visible_to(viewer).filter(candidate_id=candidate_id)


def coaching_for(viewer: Actor, coaching_id: UUID) -> Coaching:
    """One of these; else `NotVisible`."""
    found = coaching_visible_to(viewer).filter(pk=coaching_id).first()
    if found is None:
        raise NotVisible()
    return found


def introductions_visible_to(viewer: Actor) -> QuerySet[Introduction]:
    """Introductions of candidates of the viewer's organisation, the last first."""
    if not viewer.can("edit_candidates"):
        return Introduction.objects.none()
    seen = candidates.candidates_visible_to(viewer, with_left=True).order_by()
    return (
        Introduction.objects.filter(candidate__in=seen.values("pk"))
        .select_related("candidate", "entrepreneur__employer", "employer", "talk_with")
        .order_by("-noted_at", "-id")
    )


def own_introduced_talks(viewer: Actor, at: datetime) -> list[Introduction]:
    """The talks to come that an introduction led to, of the candidate or the entrepreneur on the own page, the first first."""
    side = {"candidate": "candidate_id", "entrepreneur": "talk_with_id"}.get(viewer.kind)
    if side is None:
        return []
    rows = Introduction.objects.filter(**{side: viewer.id}, talk_at__gt=at, talk_held_at=None)
    return list(
        rows.select_related("candidate", "entrepreneur__employer", "talk_with").order_by("talk_at", "id")
    )


def introduction_for(viewer: Actor, introduction_id: UUID) -> Introduction:
    """One of these; else `NotVisible`."""
    found = introductions_visible_to(viewer).filter(pk=introduction_id).first()
    if found is None:
        raise NotVisible()
    return found
