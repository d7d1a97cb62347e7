"""Finding words of the catalogue by what somebody types: case and diacritics do not matter, a slip is forgiven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, FloatField, IntegerField, Q, QuerySet, Value, When

from werktop.audit.actors import Actor
from werktop.catalogue.choices import TermKind
from werktop.catalogue.folding import sought
from werktop.catalogue.models import Occupation, Requirement

from .words import terms

KINDS = (TermKind.COMPETENCY.value, TermKind.INTEREST.value, "requirement", "occupation")
"""What can be found, in the order in which equals are shown."""
ALIKE = 0.5
"""Word similarity (pg_trgm, 0..1) from which a word counts as found; 0.5 finds "schoonmaken" for "schonmaken"."""
LETTERS = 4
"""From so many letters on a slip of typing can be told from another word."""
RESEMBLING = 3
"""The place of what is found by resemblance; before it: 0 begins so, 1 another name begins so, 2 a word begins so."""


@dataclass(frozen=True)
class Found:
    """One word of the catalogue; `group` in words, `place` as `RESEMBLING` says."""

    kind: str
    id: UUID
    code: str
    label: str
    group: str
    place: int


def find(viewer: Actor, words: str, kinds: Iterable[str] = KINDS, limit: int = 20) -> list[Found]:
    """At most `limit` words that the viewer may choose, best first: what begins as typed, what has words that begin so,
    and, only where nothing does, what resembles it. At most two queries for each table, whatever is typed."""
    wanted = [kind for kind in KINDS if kind in set(kinds)]
    if not sought(words) or not wanted or limit < 1:
        return []
    found: dict[UUID, Found] = {}
    for rows in _by_table(viewer, wanted):
        found |= {each.id: each for each in map(_found, named(rows, words)[:limit])}
    if not found and len(sought(words)) >= LETTERS:
        for rows in _by_table(viewer, wanted):
            found |= {each.id: each for each in map(_found, resembling(rows, words)[:limit])}
    order = sorted(found.values(), key=lambda each: (each.place, KINDS.index(each.kind)))
    return order[:limit]


def named(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Rows with words that begin as each of the typed ones, with their `place` (0..2), best first."""
    key = sought(words)
    each = Q()
    for word in key.split():
        each &= Q(words__contains=f" {word}")
    place = Case(
        When(words__startswith=f"| {key}", then=0),
        When(words__contains=f"| {key}", then=1),
        default=2,
        output_field=IntegerField(),
    )
    nothing = Value(0.0, output_field=FloatField())
    return rows.filter(each).annotate(place=place, alike=nothing).order_by("place", *rows.query.order_by)


def resembling(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Rows with a word that resembles what was typed, with `alike` (0..1), most alike first."""
    key = sought(words)
    return (
        rows.annotate(
            place=Value(RESEMBLING, output_field=IntegerField()), alike=TrigramWordSimilarity(key, "words")
        )
        .filter(alike__gte=ALIKE)
        .order_by("-alike", *rows.query.order_by)
    )


def listed(viewer: Actor, kind: str, words: str = "") -> QuerySet[Any]:
    """All of one kind that the viewer may choose, or those that fit `words`, in order."""
    (rows,) = _by_table(viewer, [kind])
    if not sought(words):
        return rows
    there = named(rows, words)
    return there if len(sought(words)) < LETTERS or there.exists() else resembling(rows, words)


def _by_table(viewer: Actor, kinds: list[str]) -> list[QuerySet[Any]]:
    rows: list[QuerySet[Any]] = []
    if terms_wanted := [kind for kind in kinds if kind in TermKind.values]:
        rows.append(terms(viewer).filter(kind__in=terms_wanted))
    if "requirement" in kinds:
        rows.append(Requirement.objects.filter(is_active=True).order_by("bit"))
    if "occupation" in kinds:
        rows.append(Occupation.objects.filter(is_active=True).order_by("label_nl", "code"))
    return rows


def _found(row: Any) -> Found:
    if isinstance(row, Occupation):
        kind, group = "occupation", row.isco08
    elif isinstance(row, Requirement):
        kind, group = "requirement", row.get_group_display()
    else:
        kind, group = row.kind, row.get_group_display()
    return Found(kind, row.pk, row.code, row.label, str(group), row.place)
