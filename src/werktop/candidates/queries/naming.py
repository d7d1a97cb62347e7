"""Candidates whom the words of a sentence may mean."""

from __future__ import annotations

from django.db.models import Case, QuerySet, When

from werktop.audit.actors import Actor
from werktop.candidates.models import Candidate
from werktop.regions.naming import marked

from .visible import candidates_visible_to


def candidates_marked(viewer: Actor, marks: list[str], most: int) -> QuerySet[Candidate]:
    """The viewer's candidates whose names have one of these marks (`regions.naming.marks_in`), as `regions.naming.marked`
    finds them, also those who stopped: those with more marks first, then whom the viewer works with, who stopped last. By an
    index."""
    is_mine = Case(When(left_at__isnull=False, then=2), When(assigned_to_id=viewer.id, then=0), default=1)
    return marked(candidates_visible_to(viewer, with_left=True), marks, most, (is_mine,))
