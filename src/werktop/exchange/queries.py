"""Reads of what was uploaded."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible

from .models import Upload
from .previewing import NEEDED


def kinds_for(viewer: Actor) -> list[str]:
    """The kinds of lists that the viewer may take over."""
    return [kind for kind, capability in NEEDED.items() if viewer.can(capability)]


def uploads_visible_to(viewer: Actor, *, at: datetime) -> QuerySet[Upload]:
    """The files of the viewer's organisation that are kept still, latest first, without their rows and report."""
    return (
        _visible(viewer, at).select_related("account").defer("rows", "report").order_by("-created_at", "id")
    )


def upload_for(viewer: Actor, upload_id: UUID, *, at: datetime) -> Upload:
    """One file of the viewer's organisation; `NotVisible` for another's, and after seven days."""
    found = _visible(viewer, at).select_related("account").filter(pk=upload_id).first()
    if found is None:
        raise NotVisible()
    return found


def has_expired(*, at: datetime) -> bool:
    """Whether any organisation has a file that should not be kept any more."""
    return Upload.objects.filter(expires_at__lte=at).exists()


def _visible(viewer: Actor, at: datetime) -> QuerySet[Upload]:
    return Upload.objects.filter(
        organisation_id=viewer.organisation_id, kind__in=kinds_for(viewer), expires_at__gt=at
    )
