"""Candidates as a line of the trail names them to a colleague of the own organisation."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from werktop.accounts.told import Told
from werktop.audit.actors import Actor

from .queries import candidates_visible_to


def candidates_told(viewer: Actor, keys: set[UUID]) -> dict[UUID, Told]:
    """Those whom the viewer may see. One query."""
    found = candidates_visible_to(viewer, with_left=True).filter(pk__in=keys)
    return {
        each.pk: Told(each.name, reverse("candidates:candidate", args=[each.pk]), (("candidate", each.pk),))
        for each in found
    }
