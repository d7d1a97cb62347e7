"""When talks begin, for letters about them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from .models import FollowUp, FollowUpStatus


def moments_of(follow_up_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """The start of each: the hour that it has, else the one that it had when it was called off."""
    rows = FollowUp.objects.filter(pk__in=follow_up_ids)
    hours = rows.values_list("pk", "starts_at", "called_off_starts_at", "status")
    found = {}
    for key, now, before, status in hours:
        moment = before if status == FollowUpStatus.UNSUITABLE else now or before
        if moment is not None:
            found[key] = moment
    return found
