"""Figures: big numbers, and bars whose every value also stands in a table."""

from collections.abc import Iterable, Sequence
from typing import Any


def numbers(rows: Iterable[Sequence[Any]]) -> dict[str, Any]:
    """Context of the numbers of a page: rows of (number, what it counts, note or nothing)."""
    return {"rows": [dict(zip(("count", "words", "note"), [*each, ""], strict=False)) for each in rows]}


def _length(value: float, most: float, full: float) -> str:
    return f"{max(0.0, value) / most * full:.1f}" if most else "0"


def bars(
    rows: Iterable[Sequence[Any]], title: str, now: str = "", before: str = "", end: float | None = None
) -> dict[str, Any]:
    """Context of lying bars: rows of (label, value, value before or None, tone, words in place of the value).

    `now` and `before` name the two periods where there are two. The bars start at nought; a full one is
    `end` (of a scale), else the largest value.
    """
    lines = [
        dict(zip(("label", "value", "before", "tone", "words"), [*each, None, None, None][:5], strict=True))
        for each in rows
    ]
    most = end or max((max(line["value"], line["before"] or 0) for line in lines), default=0)
    for line in lines:
        line["tone"] = line["tone"] or "yes"
        line["words"] = line["words"] or line["value"]
        line["width"] = _length(line["value"], most, 400)
        line["before_width"] = _length(line["before"] or 0, most, 400)
    return {
        "rows": lines,
        "title": title,
        "now": now,
        "before": before,
        "has_before": any(line["before"] is not None for line in lines),
    }


def columns(rows: Iterable[Sequence[Any]], title: str) -> dict[str, Any]:
    """Context of standing bars: rows of (label, value, tone or nothing)."""
    lines = [dict(zip(("label", "value", "tone"), [*each, "yes"][:3], strict=True)) for each in rows]
    most = max((line["value"] for line in lines), default=0)
    for line in lines:
        line["words"] = line["value"]
        line["height"] = _length(line["value"], most, 180)
        line["top"] = f"{180 - float(line['height']):.1f}"
    return {"rows": lines, "title": title}
