"""A gathering in a few words, for lists of other rooms."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from werktop.audit.actors import Actor

from .gatherings import gatherings_visible_to


def gatherings_in_words(viewer: Actor, keys: set[UUID]) -> dict[UUID, str]:
    """Place and day of these gatherings, as far as the viewer sees them. One query."""
    return {
        found.pk: f"{found.place_name}, {date_format(found.starts_at.astimezone(ZoneInfo(found.time_zone)), 'j F')}"
        for found in gatherings_visible_to(viewer).filter(pk__in=keys)
    }
