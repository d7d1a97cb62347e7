"""What two rows say otherwise, for a colleague to choose, and what the one row says then. The rooms say what is chosen together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

Chosen = Mapping[str, tuple[Any, tuple[str, ...]]]
"""What is chosen together: its name, with its words and its fields."""


@dataclass(frozen=True)
class Differs:
    """Something that the two say otherwise, in words. `first` is what is ticked at first: "kept", "other" or "both"."""

    name: str
    words: str
    kept: str
    other: str
    can_both: bool = False
    first: str = "kept"


def differing(
    chosen: Chosen,
    kept: Any,
    other: Any,
    said: Callable[[Any, str], str],
    *,
    both: Collection[str] = (),
    without: Collection[str] = (),
) -> list[Differs]:
    """What differs between two rows; what only one of them says is not asked. `said(row, name)` tells it in words, `both` names
    what can be kept of both and is at first, `without` what is not shown."""
    found = []
    for name, (words, fields) in chosen.items():
        mine, theirs = (tuple(getattr(each, field) for field in fields) for each in (kept, other))
        if name not in without and mine != theirs and any(mine) and any(theirs):
            first = "both" if name in both else "kept"
            found.append(Differs(name, str(words), said(kept, name), said(other, name), name in both, first))
    return found


def chosen_facts(
    chosen: Chosen,
    kept: Any,
    lost: Any,
    choices: Mapping[str, str],
    *,
    both: Collection[str] = (),
    in_line: Collection[str] = (),
) -> dict[str, Any]:
    """What the kept row says from now on: of what is not chosen what it said, or both where that can be (`both`), and what it does
    not say comes along. Words of both stand under each other, those of `in_line` beside each other."""
    facts: dict[str, Any] = {}
    for name, (_words, fields) in chosen.items():
        how = choices.get(name, "both" if name in both else "kept")
        is_empty = not any(getattr(kept, field) for field in fields)
        source = lost if is_empty or how == "other" else kept
        for field in fields:
            facts[field] = getattr(source, field)
            if how == "both" and not is_empty:
                between = "; " if field in in_line else "\n"
                facts[field] = _together(getattr(kept, field), getattr(lost, field), between)
    return facts


def both_facts(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of two rows under names of their own, for the version that a form carries (`audit.versions`)."""
    return dict(mine) | {f"other_{name}": value for name, value in theirs.items()}


def _together(mine: Any, theirs: Any, between: str) -> Any:
    if isinstance(mine, bool):
        return mine or theirs
    if isinstance(mine, list):
        return list(dict.fromkeys([*mine, *theirs]))
    return between.join(dict.fromkeys(filter(None, (mine, theirs))))
