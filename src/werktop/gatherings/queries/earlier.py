"""When and where a gathering was before it was changed, out of its history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from werktop.audit.versions import done_at

from ..models import Gathering
from ..moments import day_of

WHEN_AND_WHERE = ("starts_at", "ends_at", "place_name", "address")
When = tuple[datetime | None, dict[str, Any]]
"""From when on (None: always) it was so, and what: `WHEN_AND_WHERE` by name."""


def versions_of(gathering: Gathering) -> list[When]:
    """When and where it was, the first one first, as far as it was saved. One query."""
    lines = cast(Any, Gathering).pgh_event_model.objects.filter(pgh_obj_id=gathering.pk)
    found: list[When] = []
    for line in lines.select_related("pgh_context").order_by("pgh_id"):
        facts = {name: getattr(line, name) for name in WHEN_AND_WHERE}
        if not found or found[-1][1] != facts:
            found.append((done_at(line), facts))
    return found


def is_another(facts: Mapping[str, Any], gathering: Gathering) -> bool:
    """Whether these (`starts_at`, `place_name`) are another day or place than it has now."""

    def day_and_place(starts_at: datetime, place: str) -> tuple[Any, str]:
        return day_of(starts_at, gathering.time_zone), place

    now = day_and_place(gathering.starts_at, gathering.place_name)
    return day_and_place(facts["starts_at"], facts["place_name"]) != now
