"""Letting go of a person in visits: that somebody would be seen there, and words that name this person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.erasure import Unnamed, rows_that_name, write_unnamed

from .models import Visit

WORDS = ("purpose", "questions", "reason")


def forget_in_visits(person: Any, rows: Q, likely: str, unnamed: Unnamed) -> None:
    """Write anew each visit at which `person` was to be seen, now or before, without that person; and those of `rows` with the name
    in their words (`rows_that_name`). Their history goes. Called in the command that erases."""
    seen: set[UUID] = set()
    if person._meta.label == "employers.Entrepreneur":
        history: Any = Visit.pgh_event_model.objects  # type: ignore[attr-defined]
        seen = {
            *Visit.objects.filter(entrepreneur=person).values_list("pk", flat=True),
            *history.filter(entrepreneur_id=person.pk).values_list("pgh_obj_id", flat=True),
        }
    for visit in rows_that_name(Visit, rows, WORDS, likely, unnamed, also=seen):
        is_seen = visit.entrepreneur_id == person.pk
        write_unnamed(visit, WORDS, unnamed, **({"entrepreneur": None} if is_seen else {}))
