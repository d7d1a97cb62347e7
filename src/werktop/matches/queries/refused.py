"""Hours that somebody refused for a talk: none of them is proposed for it again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from ..models import FollowUp
from .own_talk import BOTH

Refused = dict[UUID, dict[datetime, str]]
"""By the key of a talk its refused hours, each with who refused it ("candidate", "entrepreneur" or "both")."""


def refused_hours(follow_up_ids: Collection[UUID]) -> Refused:
    """Every hour of these talks that was called off. The row knows the last one; history the others. One query, none
    for no talks."""
    history = FollowUp.pgh_event_model  # type: ignore[attr-defined]
    lines = history.objects.filter(pgh_obj_id__in=follow_up_ids, called_off_starts_at__isnull=False)
    found: Refused = {}
    for key, hour, by in (
        lines.order_by().values_list("pgh_obj_id", "called_off_starts_at", "unsuitable_by").distinct()
    ):
        hours = found.setdefault(key, {})
        hours[hour] = by if hours.get(hour, by) == by else BOTH
    return found


def refused_by_candidate(hours: Mapping[datetime, str]) -> set[datetime]:
    """Those that do not suit the candidate, with whomever the talk is."""
    return {hour for hour, by in hours.items() if by in ("candidate", BOTH)}
