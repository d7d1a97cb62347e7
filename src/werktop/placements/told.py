"""Placements as a line of the trail names them to a colleague."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from werktop.accounts.told import Told
from werktop.audit.actors import Actor

from .queries import placements_visible_to


def placements_told(viewer: Actor, keys: set[UUID]) -> dict[UUID, Told]:
    """Of whom; at which firm stands on its own page."""
    return {
        row.pk: Told(
            row.candidate.name,
            reverse("placements:placement", args=[row.pk]),
            (("candidate", row.candidate_id),),
        )
        for row in placements_visible_to(viewer).filter(pk__in=keys)
    }
