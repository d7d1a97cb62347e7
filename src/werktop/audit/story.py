"""What other rooms know of one person or firm, for its page. They say so in their `ready`; the rooms that hold people and
firms stay below and ask here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.formats import date_format

from .actors import Actor


@dataclass(frozen=True)
class Moment:
    """Something on a day: words, where to read more (or ""), and whether it is still to come. `people` are those whom
    the words name, for the processing log."""

    day: date
    words: str
    url: str = ""
    is_to_come: bool = False
    people: tuple[tuple[str, UUID], ...] = ()


Source = Callable[[Actor, Any, datetime], list[Moment]]
_SOURCES: dict[str, list[Source]] = {}


def story_from(label: str, source: Source) -> None:
    """Have `source(viewer, row, at)` asked for moments of a row of the model `label` ("candidates.Candidate"), in a number
    of queries that does not grow with them."""
    known = _SOURCES.setdefault(label, [])
    if source not in known:
        known.append(source)


def moments_of(viewer: Actor, row: Any, at: datetime) -> list[Moment]:
    """What all sources know, for who may see the row's page."""
    return [moment for source in _SOURCES.get(row._meta.label, ()) for moment in source(viewer, row, at)]


def next_of(moments: list[Moment]) -> Moment | None:
    """The first of what is still to come, or None."""
    return min((moment for moment in moments if moment.is_to_come), key=lambda m: m.day, default=None)


def told(items: list[tuple[date, int, str, str, str]]) -> list[dict[str, str]]:
    """Entries for `{% story %}` of (day, order within the day, words, address, kind), latest first."""
    return [
        {"date": date_format(day), "text": text, "url": url, "kind": kind}
        for day, _order, text, url, kind in sorted(items, reverse=True)
    ]


def told_moments(moments: list[Moment]) -> list[tuple[date, int, str, str, str]]:
    """Moments as items for `told`; what is to come is marked."""
    return [(m.day, 2, m.words, m.url, "next" if m.is_to_come else "") for m in moments]
