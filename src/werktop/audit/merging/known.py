"""Which row became part of which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.models import Merge


def stands_for(kind: str, key: UUID, viewer: Actor | None = None) -> UUID | None:
    """The key of the row that was kept where this one was brought together with it; None for any other. With a `viewer` only
    where it is of the viewer's organisation, or of the region where that owns such rows."""
    found = Merge.objects.filter(kind=kind, lost_id=key)
    if viewer is not None and kind == "candidate":
        found = found.filter(organisation_id=viewer.organisation_id)
    elif viewer is not None:
        found = found.filter(region_id=viewer.region_id)
    return found.values_list("kept_id", flat=True).first()


def known_before_as(kind: str, key: UUID) -> list[UUID]:
    """The keys of the rows that were brought together with this one, the earliest first."""
    found = Merge.objects.filter(kind=kind, kept_id=key).order_by("at", "id")
    return list(found.values_list("lost_id", flat=True))


def merges_into(kind: str, keys: Iterable[UUID]) -> list[Merge]:
    """What was brought together with these rows, the latest first. The caller has checked who looks."""
    return list(Merge.objects.filter(kind=kind, kept_id__in=list(keys)).defer("undo").order_by("-at", "-id"))


def kept_by_identity(organisation_id: UUID, identities: Iterable[str] | None = None) -> dict[str, UUID]:
    """By which keys of rows in a list the lost rows were known, to the kept rows: the same list doubles nobody."""
    found = Merge.objects.filter(organisation_id=organisation_id).exclude(identity="")
    if identities is not None:
        found = found.filter(identity__in=list(identities))
    return dict(found.values_list("identity", "kept_id"))


def merge_to_undo(kind: str, kept_id: UUID, merge_id: UUID) -> Any:
    """This merge into this row, locked, or None. Call it inside the command that undoes it."""
    return Merge.objects.select_for_update().filter(pk=merge_id, kind=kind, kept_id=kept_id).first()
