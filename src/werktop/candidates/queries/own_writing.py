"""What candidates wrote on the own page and nobody read yet: for who works with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Min

from werktop.audit.actors import Actor
from werktop.candidates.models import (
    Candidate,
    InstrumentUse,
    KnownFirm,
    LearningGoal,
    Objection,
    OwnWriting,
    Perspective,
    PlanStep,
)

from .working import does_work_with_or_nobody, works_with_or_nobody

_Kind = OwnWriting.Kind
WRITTEN: dict[str, Any] = {
    _Kind.OBJECTION: Objection,
    _Kind.LEADS: Perspective,
    _Kind.STEP: PlanStep,
    _Kind.REMARK: PlanStep,
    _Kind.GOAL: LearningGoal,
    _Kind.OUTCOME: InstrumentUse,
    _Kind.FIRM: KnownFirm,
}
"""Of what a row is that was written."""


@dataclass(frozen=True)
class WroteOwn:
    """A candidate of whom something waits to be read; `kinds` say of what kinds."""

    candidate_id: UUID
    name: str
    first_name: str
    kinds: list[str]

    @property
    def objects(self) -> bool:
        """Whether an objection is among it."""
        return _Kind.OBJECTION in self.kinds

    @property
    def what(self) -> str:
        """What it is, in words."""
        return ", ".join(str(_Kind(kind).label) for kind in self.kinds)


def own_writings_to_read(viewer: Actor, most: int = 30) -> list[WroteOwn]:
    """Who wrote on the own page, of those with whom the viewer works and of nobody's; who waits longest first. One query."""
    if not viewer.can("edit_candidates"):
        return []
    waiting = OwnWriting.objects.filter(works_with_or_nobody(viewer, "candidate__"), candidate__left_at=None)
    grouped = waiting.values("candidate_id", "candidate__first_name", "candidate__last_name").annotate(
        kinds=ArrayAgg("kind", distinct=True), since=Min("written_at")
    )
    return [
        WroteOwn(
            each["candidate_id"],
            f"{each['candidate__first_name']} {each['candidate__last_name']}".strip(),
            each["candidate__first_name"],
            [kind for kind in _Kind.values if kind in each["kinds"]],
        )
        for each in grouped.order_by("since", "candidate_id")[:most]
    ]


def reads_own_writing(viewer: Actor, candidate: Candidate) -> bool:
    """Whether what this candidate writes waits for the viewer, and is read when the viewer says so."""
    return does_work_with_or_nobody(viewer, candidate)


@dataclass(frozen=True)
class Unread:
    """Something that waits to be read; `row` is what was written, as it is now, or None where it was taken away since."""

    id: UUID
    kind: str
    row: Any


def unread_of(candidate: Candidate) -> list[Unread]:
    """What a candidate wrote that waits to be read, what was written first first. One query, and one for each kind of row."""
    waiting = list(OwnWriting.objects.filter(candidate=candidate).order_by("written_at", "id"))
    keys: dict[Any, set[UUID]] = defaultdict(set)
    for each in waiting:
        keys[WRITTEN[each.kind]].add(each.row_id)
    rows = {
        key: row
        for model, asked in keys.items()
        for key, row in model.objects.filter(candidate=candidate).in_bulk(asked).items()
    }
    return [Unread(each.pk, each.kind, rows.get(each.row_id)) for each in waiting]
