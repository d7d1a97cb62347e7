"""Reads of what was uploaded."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible

from .models import Upload
from .previewing import NEEDED


def kinds_for(viewer: Actor) -> list[str]:
    """The kinds of lists that the viewer may take over."""
    return [kind for kind, capability in NEEDED.items() if viewer.can(capability)]


ORDERS: dict[str, tuple[Any, ...]] = {
    "name": (Lower("file_name"), "id"),
    "-name": (Lower("file_name").desc(), "id"),
    "read": ("created_at", "id"),
    "-read": ("-created_at", "id"),
}


def uploads_visible_to(
    viewer: Actor, *, at: datetime, words: str = "", state: str = "", sort: str = ""
) -> QuerySet[Upload]:
    """The files of the viewer's organisation that are kept still, without their rows and report.

    `words` narrows to names of files and colleagues that hold them, `state` to one state. `sort` is a key of
    `ORDERS`; the latest first where it is none.
    """
    found = _visible(viewer, at).select_related("account").defer("rows", "report")
    if words.strip():
        found = found.filter(
            Q(file_name__icontains=words.strip()) | Q(account__name__icontains=words.strip())
        )
    if state:
        found = found.filter(state=state)
    return found.order_by(*ORDERS.get(sort, ORDERS["-read"]))


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
