"""Candidates who go away from a colleague by the hand of another, to a third or for good: that colleague sees it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.retention import TERMS
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


def colleagues_who_lose(actor: Actor, at: datetime, candidate: Candidate) -> set[UUID]:
    """Who works with this candidate besides the actor, who erases: whom the actor stands in for; and from whom a colleague took the
    candidate over in the last 30 days or unread, since taking over would be the way round."""
    if actor.kind != "staff":
        return set()
    taken = Look.objects.filter(candidate=candidate, kind=LookKind.TAKEN_OVER, of__left_at=None)
    lately = taken.filter(Q(seen_at=None) | Q(opened_at__gt=TERMS["handed_over"].before(at)))
    found: list[UUID | None] = [*lately.values_list("of_id", flat=True)]
    if not works_with_nobody(candidate):
        found.append(candidate.assigned_to_id)
    return {key for key in found if key is not None and key != actor.id}


def note_erased(actor: Actor, at: datetime, of: Collection[UUID], reason: str) -> None:
    """These colleagues read that the actor erased somebody of theirs, without who it was. Inside the command that erases."""
    Look.objects.bulk_create(
        Look(kind=LookKind.ERASED, by_id=actor.id, of_id=key, reason=reason, opened_at=at, until_at=at)
        for key in sorted(of)
    )
