"""What stood there of a work profile until it was changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from werktop.accounts.queries import accounts_by_id
from werktop.audit.kept import in_words
from werktop.work_profiles.models import WorkProfile

from .versions import SAYS

SHOWN = (*(name for name in SAYS if not name.endswith("_id")), "status", "reason")


@dataclass(frozen=True)
class Earlier:
    """What stood there until it was changed at `until`, by whom ("" where nobody is left to name)."""

    words: str
    until: datetime
    by: str


def earlier_of(profile: WorkProfile) -> list[Earlier]:
    """What stood there before, the last first: of each change what it changed. Two queries."""
    history = WorkProfile.pgh_event_model.objects.filter(pgh_obj_id=profile.pk)  # type: ignore[attr-defined]
    lines = list(history.select_related("pgh_context").order_by("pgh_id"))
    told = [line.pgh_context.metadata if line.pgh_context else {} for line in lines]
    names = accounts_by_id({UUID(who) for said in told if len(who := str(said.get("actor", ""))) == 36})
    found = []
    for before, now, said in zip(lines, lines[1:], told[1:], strict=False):
        words = [_in_words(before, name) for name in SHOWN if getattr(before, name) != getattr(now, name)]
        who = str(said.get("actor", ""))
        named = names.get(UUID(who)) if len(who) == 36 else None
        at = datetime.fromisoformat(said["at"]) if "at" in said else now.pgh_created_at
        if said_words := "; ".join(filter(None, words)):
            found.append(Earlier(said_words, at, named.name if named else ""))
    return found[::-1]


def _in_words(line: Any, name: str) -> str:
    """What one fact was: a number with what it counts, a day with what began then. What was empty says nothing."""
    value = getattr(line, name)
    if name in ("wage_min_cents", "wage_max_cents"):
        return _("loon %(amount)s") % {"amount": f"€ {value // 100},{value % 100:02}"} if value else ""
    if value in (None, "", [], False):
        return ""
    words = in_words(WorkProfile, name, value)
    return {
        "places": _("voor %(words)s"),
        "from_date": _("vanaf %(words)s"),
        "until_date": _("tot en met %(words)s"),
        "hours_min": _("minstens %(words)s uur"),
        "hours_max": _("hoogstens %(words)s uur"),
        "select_count": _("selectie uit %(words)s"),
        "select_by_date": _("selectie voor %(words)s"),
        "is_expected": _("verwacht: %(words)s"),
        "is_step_free": _("drempelvrij: %(words)s"),
        "is_open_hiring": _("open hiring: %(words)s"),
    }.get(name, "%(words)s") % {"words": words}
