"""Firms as a line of the trail names them to a colleague."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from werktop.accounts.told import Told
from werktop.audit.actors import Actor

from .queries import employers_in_region


def employers_told(viewer: Actor, keys: set[UUID]) -> dict[UUID, Told]:
    """Those of the viewer's region. One query."""
    found = employers_in_region(viewer).filter(pk__in=keys)
    return {each.pk: Told(each.name, reverse("employers:employer", args=[each.pk])) for each in found}
