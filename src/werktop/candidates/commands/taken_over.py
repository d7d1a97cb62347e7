"""Candidates who go away from a colleague by the hand of another: that colleague sees it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate, Look, LookKind
from werktop.candidates.queries.working import works_with_nobody


def note_taken_over(actor: Actor, at: datetime, candidates: Collection[Candidate]) -> None:
    """These went away from a colleague who still works here, by the hand of another: that colleague sees it. Inside the command
    that moves them, before it does."""
    if actor.kind != "staff":
        return
    Look.objects.bulk_create(
        Look(
            candidate=candidate,
            kind=LookKind.TAKEN_OVER,
            by_id=actor.id,
            of_id=candidate.assigned_to_id,
            opened_at=at,
            until_at=at,
        )
        for candidate in candidates
        if candidate.assigned_to_id not in (None, actor.id) and not works_with_nobody(candidate)
    )
