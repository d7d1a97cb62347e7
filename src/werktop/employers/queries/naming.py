"""Employers and entrepreneurs whom the words of a sentence may mean."""

from __future__ import annotations

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.employers.models import Employer, Entrepreneur
from werktop.regions.naming import marked

from .visible import employers_in_region, entrepreneurs_in_region


def employers_marked(viewer: Actor, marks: list[str], most: int) -> QuerySet[Employer]:
    """The employers of the viewer's region whose names have one of these marks (`regions.naming.marks_in`), as
    `regions.naming.marked` finds them: those with more marks first. By an index."""
    return marked(employers_in_region(viewer), marks, most)


def entrepreneurs_marked(viewer: Actor, marks: list[str], most: int) -> QuerySet[Entrepreneur]:
    """The same of the people of these employers, each with the employer."""
    return marked(entrepreneurs_in_region(viewer), marks, most)
