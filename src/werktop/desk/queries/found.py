"""Who bears a name, of whatever kind: candidates, employers and the people there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers


@dataclass(frozen=True)
class Found:
    """The first of one kind ("candidate", "employer" or "entrepreneur") who are named like what was typed, and how many
    there are in all."""

    kind: str
    rows: list[Any] = field(default_factory=list)
    count: int = 0


def found_by_name(viewer: Actor, words: str, most: int) -> list[Found]:
    """Of each kind that the viewer may see at most `most` rows, who resembles the words most first: candidates of the own
    organisation (also who stopped), employers of the region and the people there. Two queries for each kind."""
    if not words.strip():
        return []
    asked: list[tuple[str, QuerySet[Any]]] = []
    if viewer.can("see_candidates"):
        filters = candidates.Filters(words=words, with_left=True)
        found = candidates.found_candidates(viewer, filters).select_related(None).prefetch_related(None)
        asked.append(("candidate", found.select_related("assigned_to")))
    if viewer.can("see_employers"):
        asked.append(("employer", employers.employers_named(viewer, words)))
        asked.append(("entrepreneur", employers.entrepreneurs_named(viewer, words)))
    return [Found(kind, list(rows[:most]), rows.count()) for kind, rows in asked]
