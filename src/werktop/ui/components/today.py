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
    "later": (),
    "back": "",
    "post_url": "",
    "stop": "",
    "stop_url": "",
    "is_urgent": False,
}


def needs(rows: Iterable[Mapping[str, Any]], is_primary: bool = False) -> dict[str, Any]:
    """Context of people who need somebody: who, why, one verb. `is_primary`: the first verb is the page's one
    primary button. A row with `post_url` is done by its button, right here; one with `later` (what is sent as `to`, words) is
    put off by a press too, at `later_url`; one with `stop` (words) is taken out by one (`remove`), at `stop_url`. `back` is the
    page on which the row stands."""
    return {
        "is_primary": is_primary,
        "rows": [
            {
                **BLANK,
                **each,
                "avatar": avatar(each["name"], each.get("kind", "candidate"), "", each.get("key", "")),
            }
            for each in rows
        ],
    }


def days(rows: Iterable[Sequence[str]]) -> dict[str, Any]:
    """Context of what comes: rows of (when, text, url or nothing)."""
    return {"rows": [dict(zip(("when", "text", "url"), [*each, ""], strict=False)) for each in rows]}
