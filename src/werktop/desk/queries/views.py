"""The saved views of the list of candidates: the own ones, and those that colleagues share."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible

from ..models import SavedView


def views_of(viewer: Actor) -> list[SavedView]:
    """The viewer's own views and those shared in the organisation, with whose they are, by name: own ones first."""
    if not viewer.can("see_candidates"):
        return []
    mine = Q(account_id=viewer.id)
    found = SavedView.objects.filter(mine | Q(is_shared=True), organisation_id=viewer.organisation_id)
    rows = list(found.select_related("account").order_by("name", "id"))
    return sorted(rows, key=lambda view: (view.account_id != viewer.id, view.name.casefold()))


def own_view(viewer: Actor, view_id: UUID) -> SavedView:
    """One of the viewer's own views; else `NotVisible`."""
    found = next((v for v in views_of(viewer) if v.pk == view_id and v.account_id == viewer.id), None)
    if found is None:
        raise NotVisible()
    return found
