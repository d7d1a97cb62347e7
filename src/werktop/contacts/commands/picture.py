"""What a quick note told of a candidate becomes part of the picture, by the command of its form; and is taken back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.candidates.commands import note_as_before, note_part, remove_part

TOLD = ("wish", "certificate", "need", "step", "adjustment")
"""Kinds of chip that are a part of the picture, by the name of that part."""


def note_told(actor: Actor, at: datetime, part: str, candidate_id: UUID, **facts: Any) -> list[Any]:
    """Note it. Returns what `take_back_told` needs: of whom, which part, its key, its version, and of a part that is there once the
    number of the line of history that says what stood there before (None where it is new): words stay where erasing finds them."""
    candidate = candidates.candidate_for(actor, candidate_id)
    before = candidates.part_row(candidate, part)
    line = candidates.last_line_of(before) if before else None
    if part == "need" and facts.get("due_date") and candidates.does_work_with(actor, candidate):
        facts = {"doer": "assigned"} | facts  # who promised it for that day
    is_about_work = facts.pop("is_about_work", False)
    key = note_part(
        actor=actor, at=at, candidate_id=candidate_id, part=part, is_about_work=is_about_work, **facts
    )
    version = candidates.part_version(candidates.part_row(candidate, part, key))
    return [str(candidate_id), part, str(key), version, line]


def take_back_told(actor: Actor, at: datetime, noted: Collection[list[Any]]) -> int:
    """It goes, or says again what it said before, the last first. What somebody changed since stays: returns how many do."""
    stays = 0
    for whose, part, key, version, line in reversed(list(noted)):
        candidate_id, row_id = UUID(whose), UUID(key)
        row = candidates.part_row(candidates.candidate_for(actor, candidate_id), part, row_id)
        if part not in TOLD:
            raise NotVisible()
        if row is None:
            continue
        if candidates.part_version(row) != version:
            stays += 1
        elif line is None:
            remove_part(actor=actor, at=at, candidate_id=candidate_id, part=part, row_id=row_id)
        else:
            note_as_before(actor=actor, at=at, candidate_id=candidate_id, part=part, row_id=row_id, line=line)
    return stays
