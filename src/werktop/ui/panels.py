"""Pieces that rooms above put on a page of a room below: a form to note something, what still has to be done. They say so
in their `ready`; the room below stays below, and shows what it is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Panel:
    """A template and what it shows, which it reads as `panel`. `is_aside`: it stands beside the page's story, with what one
    looks up now and then. `stays_open`: where a person stops, that something of it goes on."""

    template: str
    facts: dict[str, Any] = field(default_factory=dict)
    is_aside: bool = False
    stays_open: bool = False


Source = Callable[[Any, Any], Panel | None]
_SOURCES: dict[tuple[str, str], list[Source]] = {}
LEAVING = "leaving"
"""The page on which a person stops: what stays open of it, to close or to hand over."""
WORK = "work"
"""Where the page of a firm tells of work: what comes there stands together, before all else that rooms add."""

PREPARE = "prepare"
"""The page with which one prepares a visit to a firm: what is known, what to ask, which chances there are."""


def panel_on(label: str, source: Source, page: str = "") -> None:
    """Have `source(request, row)` asked for a piece of the page of a row of the model `label` ("candidates.Candidate"), or of
    another `page` about it; None where this viewer gets none. It adds whom it names to `request.shown_people`, in a number of
    queries that does not grow."""
    known = _SOURCES.setdefault((label, page), [])
    if source not in known:
        known.append(source)


def panels_of(request: Any, row: Any, page: str = "") -> list[Panel]:
    """All pieces for this page and this viewer, in the order in which they were said."""
    found = [source(request, row) for source in _SOURCES.get((row._meta.label, page), ())]
    return [panel for panel in found if panel is not None]
