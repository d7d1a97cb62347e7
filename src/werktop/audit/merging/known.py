"""Which row became part of which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

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


def as_they_were(model: Any, kind: str, region_id: UUID) -> QuerySet[Any]:
    """The last line of history of each row of a region that became part of another, with the key of that one (`kept_id`): a list
    that names the lost row means the kept one."""
    merges = Merge.objects.filter(kind=kind, region_id=region_id)
    history = model.pgh_event_model.objects
    last = history.filter(pgh_obj_id__in=merges.values("lost_id")).order_by("pgh_obj_id", "-pgh_id")
    kept = Subquery(merges.filter(lost_id=OuterRef("pgh_obj_id")).values("kept_id"))
    return cast("QuerySet[Any]", history.filter(pk__in=last.distinct("pgh_obj_id")).annotate(kept_id=kept))


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
