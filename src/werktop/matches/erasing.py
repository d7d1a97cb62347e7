"""Letting go of a name that stands in words about somebody else."""

from __future__ import annotations

from typing import Any

from django.db.models import Value
from django.db.models.functions import Replace

from .models import FollowUp, NextStep


def forget_entrepreneur(person: Any) -> None:
    """The whole name of an entrepreneur becomes "…" in next steps and talks of others, history included."""
    if not person.last_name:
        return  # a first name alone is no name of somebody
    places: list[tuple[Any, str]] = [
        (NextStep, "words"), (FollowUp, "words"), (FollowUp, "outcome_words"),
    ]  # fmt: skip
    for kind, field in places:
        for rows in (kind.objects, kind.pgh_event_model.objects):
            naming = rows.filter(**{f"{field}__contains": person.name})
            naming.update(**{field: Replace(field, Value(person.name), Value("…"))})
