"""Own examples of work: an organisation reads its own."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.work_profiles.models import ProfileTemplate


def own_templates(viewer: Actor) -> QuerySet[ProfileTemplate]:
    """The examples of the viewer's organisation that are offered, by name."""
    if not viewer.can("see_employers"):
        return ProfileTemplate.objects.none()
    own = ProfileTemplate.objects.filter(organisation_id=viewer.organisation_id, is_active=True)
    return own.order_by("name", "id")


def own_template(viewer: Actor, profile_template_id: UUID) -> ProfileTemplate | None:
    """One of them; None for another."""
    return own_templates(viewer).filter(pk=profile_template_id).first()


def dropped_template(viewer: Actor, profile_template_id: UUID) -> ProfileTemplate | None:
    """An own example that was dropped, to be offered again; None for another."""
    own = ProfileTemplate.objects.filter(organisation_id=viewer.organisation_id, is_active=False)
    return own.filter(pk=profile_template_id).first()
