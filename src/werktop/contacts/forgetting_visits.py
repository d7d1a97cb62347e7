"""Letting go of a person in visits: that somebody would be seen there, and words that name this person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.erasure import forget_history, write_anew

from .models import Visit

WORDS = ("purpose", "questions", "reason")


def forget_in_visits(person: Any, rows: Q, likely: str, unnamed: Callable[[str, UUID], str]) -> None:
    """Write anew each visit at which `person` was to be seen, now or before, without that person; and those of `rows` of which
    `unnamed(words, organisation_id)` changes any words. Their history goes. Called in the command that erases."""
    said = Q()
    for field in WORDS:
        said |= Q(**{f"{field}__iregex": likely})
    history: Any = Visit.pgh_event_model.objects  # type: ignore[attr-defined]
    seen: set[UUID] = set()
    if person._meta.label == "employers.Entrepreneur":
        seen = {
            *Visit.objects.filter(entrepreneur=person).values_list("pk", flat=True),
            *history.filter(entrepreneur_id=person.pk).values_list("pgh_obj_id", flat=True),
        }
    found = {
        *Visit.objects.filter(rows & said).values_list("pk", "organisation_id", *WORDS),
        *history.filter(rows & said).values_list("pgh_obj_id", "organisation_id", *WORDS),
    }
    naming = {key for key, of, *words in found if any(unnamed(each, of) != each for each in words)}
    for key in sorted(seen | naming):
        visit = Visit.objects.select_for_update().filter(pk=key).first()
        if visit is None:
            forget_history(Visit, [key])
            continue
        of = visit.organisation_id
        facts: dict[str, Any] = {field: unnamed(getattr(visit, field), of) for field in WORDS}
        if visit.entrepreneur_id == person.pk:
            facts["entrepreneur"] = None
        write_anew(visit, **facts)
