"""When gatherings begin, for letters about them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from .models import Gathering


def moments_of(gathering_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """The start of each."""
    return dict(Gathering.objects.filter(pk__in=gathering_ids).values_list("pk", "starts_at"))
