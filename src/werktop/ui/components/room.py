"""The room seen from above: tables with who sits round them, as one picture (or as rows on a phone)."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from werktop.ui.components.people import avatar

MOST_SEATS = 14  # the stylesheet knows the places of so many chairs (ring.css)
SMALL_TABLE = 4
ROLES = {
    "candidate": lambda: _("kandidaat"),
    "entrepreneur": lambda: _("ondernemer"),
    "host": lambda: _("tafelhost"),
}


def seat(values: Mapping[str, Any]) -> dict[str, Any]:
    """Context of one chair: who sits there, or that it is free, and what is special about it."""
    given = {"name": "", "kind": "candidate", "url": "", "key": "", "note": "", "effect": "", **values}
    is_free = bool(given.get("is_free")) or not given["name"]
    states = [state for state in ("chosen", "new", "pinned", "awaited") if given.get(f"is_{state}")]
    said = [] if is_free else [ROLES[given["kind"]]()]
    if "new" in states:
        said.append(_("net verzet"))
    if "pinned" in states:
        said.append(_("zit vast"))
    if "awaited" in states:
        said.append(_("nog niet binnen"))
    if given["note"]:
        said.append(given["note"])
    shown = _short(str(given["name"])) if given["name"] else ""
    return {
        "name": _("vrij") if is_free else shown,
        "effect": given["effect"],
        "is_gain": str(given["effect"]).startswith("↑"),
        "url": given["url"],
        "said": ", ".join(said),
        "is_free": is_free,
        "is_chosen": "chosen" in states,
        "is_pinned": "pinned" in states,
        "classes": " ".join(["seat", *(f"seat--{state}" for state in states), *(["seat--free"] * is_free)]),
        # who shares a first name also has a letter of the last one: "Umar P." is UP
        "avatar": avatar(shown or "+", given["kind"], "", given["key"], is_short=" " not in shown),
    }


def round_table(values: Mapping[str, Any], is_single: bool = False) -> dict[str, Any]:
    """Context of one table. Raises ValueError for more chairs than can be drawn."""
    seats = [seat(each) for each in values["seats"]]
    if len(seats) > MOST_SEATS:
        raise ValueError(f"a table of {len(seats)} chairs cannot be drawn, {MOST_SEATS} is the most")
    is_chosen = bool(values.get("is_chosen"))
    classes = ["round", f"round--{len(seats)}"]
    if is_chosen or is_single:
        classes.append("round--open")
    return {
        "number": values["number"],
        "label": values.get("label", ""),
        "url": values.get("url", ""),
        "is_chosen": is_chosen,
        "seats": seats,
        "classes": " ".join(classes),
    }


def rows_of(count: int, most: int) -> list[int]:
    """How many tables stand in each row, at most `most`, the fuller rows in the middle: 7 is 2, 3, 2."""
    if count < 1:
        return []
    rows = -(-count // most)
    sizes = [count // rows] * rows
    from_the_middle = sorted(range(rows), key=lambda row: (abs(row - (rows - 1) / 2), row))
    for row in from_the_middle[: count % rows]:
        sizes[row] += 1
    return sizes


def room(tables: Iterable[Mapping[str, Any]], is_single: bool = False) -> dict[str, Any]:
    """Context of the room. `is_single`: one table, always drawn as a picture."""
    drawn = [round_table(each, is_single) for each in tables]
    is_small = all(len(table["seats"]) <= SMALL_TABLE for table in drawn)
    rows, start = [], 0
    for size in rows_of(len(drawn), 4 if is_small else 3):
        rows.append(drawn[start : start + size])
        start += size
    return {"rows": rows}


def legend(with_awaited: bool = False) -> dict[str, Any]:
    """Context of what the shapes in the room mean; `with_awaited`: also the chair of who is not there yet."""
    return {
        "with_awaited": with_awaited,
        "entries": [{"classes": f"avatar avatar--{kind}", "text": words()} for kind, words in ROLES.items()],
    }


def _short(name: str) -> str:
    """What fits at a table: the first word, and the letter that tells namesakes apart ("Piotr K."), or what stands in brackets."""
    first, *rest = name.split()
    told_apart = [word for word in rest[-2:] if word.endswith((".", ")"))]
    return " ".join([first, *told_apart])
