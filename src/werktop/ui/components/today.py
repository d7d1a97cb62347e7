"""Who needs you, and the days that come."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from werktop.ui.components.people import avatar

BLANK = {
    "url": "",
    "tag": "",
    "tint": "",
    "icon": "",
    "why": "",
    "action": "",
    "action_url": "",
    "action_icon": "",
    "later_url": "",
    "is_urgent": False,
}


def needs(rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Context of people who need somebody: who, why, one verb. The first is the primary one."""
    return {
        "rows": [
            {
                **BLANK,
                **each,
                "avatar": avatar(each["name"], each.get("kind", "candidate"), "", each.get("key", "")),
            }
            for each in rows
        ]
    }


def days(rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Context of what comes: rows of (when, text, url or nothing)."""
    return {"rows": [dict(zip(("when", "text", "url"), [*each, ""], strict=False)) for each in rows]}
