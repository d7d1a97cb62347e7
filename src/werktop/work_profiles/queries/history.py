"""What stood there of a work profile until it was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from werktop.accounts.queries import accounts_by_id
from werktop.work_profiles.choices import Status
from werktop.work_profiles.models import WorkProfile

from .versions import SAYS


@dataclass(frozen=True)
class Earlier:
    """What stood there until it was changed at `until`, by whom ("" where nobody is left to name)."""

    what: str
    places: int | None
    from_date: date | None
    status: str
    until: datetime
    by: str


def earlier_of(profile: WorkProfile) -> list[Earlier]:
    """What stood there before, the last first. Two queries."""
    history = WorkProfile.pgh_event_model.objects.filter(pgh_obj_id=profile.pk)  # type: ignore[attr-defined]
    lines = list(history.select_related("pgh_context").order_by("pgh_id"))
    told = [line.pgh_context.metadata if line.pgh_context else {} for line in lines]
    names = accounts_by_id({UUID(who) for said in told if len(who := str(said.get("actor", ""))) == 36})
    found = []
    for before, now, said in zip(lines, lines[1:], told[1:], strict=False):
        if all(getattr(before, name) == getattr(now, name) for name in (*SAYS, "status")):
            continue
        who = str(said.get("actor", ""))
        named = names.get(UUID(who)) if len(who) == 36 else None
        at = datetime.fromisoformat(said["at"]) if "at" in said else now.pgh_created_at
        label = str(Status(before.status).label)
        by = named.name if named else ""
        found.append(Earlier(before.what, before.places, before.from_date, label, at, by))
    return found[::-1]
