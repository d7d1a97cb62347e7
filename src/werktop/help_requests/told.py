"""Help requests as a line of the trail names them to a colleague."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from werktop.accounts.told import Told
from werktop.audit.actors import Actor

from .queries import help_requests_visible_to


def help_told(viewer: Actor, keys: set[UUID]) -> dict[UUID, Told]:
    """For whom; what was asked stands on its own page."""
    return {
        row.pk: Told(
            row.candidate.name,
            reverse("help_requests:help_request", args=[row.pk]),
            (("candidate", row.candidate_id),),
        )
        for row in help_requests_visible_to(viewer).filter(pk__in=keys)
    }
