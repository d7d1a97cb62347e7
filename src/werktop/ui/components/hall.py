"""In the hall: who clicks with whom, the clock, and the strip that says where the work is kept."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from werktop.ui.components.people import avatar


def klik_grid(
    rows: Iterable[Mapping[str, Any]], columns: Iterable[Mapping[str, Any]], name: str = "klik"
) -> dict[str, Any]:
    """Context of the grid: a checkbox per candidate (row) and entrepreneur (column), value "row:column".

    rows: `key`, `name` and perhaps `kliks` (keys of columns that are on), `seen`, `has_seen`, `opens`;
    columns: `key`, `name`, `firm`; both perhaps a `note` (words that mark somebody who is not there).
    """
    heads = [
        {
            "firm": "",
            "note": "",
            **each,
            "avatar": avatar(each["name"], "entrepreneur", "s", each["key"], is_short=True),
        }
        for each in columns
    ]
    lines = []
    for each in rows:
        on = {str(key) for key in each.get("kliks", ())}
        lines.append(
            {
                "seen": "",
                "has_seen": False,
                "opens": "",
                "note": "",
                **each,
                "avatar": avatar(each["name"], "candidate", "", each["key"], is_short=True),
                "cells": [
                    {
                        "value": f"{each['key']}:{head['key']}",
                        "with": head["name"],
                        "is_on": str(head["key"]) in on,
                    }
                    for head in heads
                ],
            }
        )
    return {"name": name, "rows": lines, "columns": heads}


def clock(
    time: str,
    words: str = "",
    is_big: bool = False,
    is_last: bool = False,
    ends_at: datetime | None = None,
    now: datetime | None = None,
) -> dict[str, Any]:
    """Context of a clock. With `ends_at` and `now` script counts down, by the server's clock."""
    return {
        "time": time,
        "words": words,
        "is_big": is_big,
        "is_last": is_last,
        "ends_at": ends_at.isoformat() if ends_at else "",
        "now": now.isoformat() if now else "",
    }


def strip(text: str, is_on: bool = False) -> dict[str, Any]:
    """Context of the strip: `is_on` when all is sent, else the work waits on the device."""
    return {"text": text, "is_on": is_on}
