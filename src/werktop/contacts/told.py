"""Contact moments and reminders as a line of the trail names them to a colleague."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from werktop.accounts.told import Told
from werktop.audit.actors import Actor

from .moments import promised_in_words, said_in_words, who_in_words
from .queries import moments_visible_to, people_named, reminders_visible_to


def moments_told(viewer: Actor, keys: set[UUID]) -> dict[UUID, Told]:
    """With whom, and what was noted."""
    found = moments_visible_to(viewer).filter(pk__in=keys)
    return {
        row.pk: _told(row, said_in_words(row), reverse("contacts:moment", args=[row.pk])) for row in found
    }


def reminders_told(viewer: Actor, keys: set[UUID]) -> dict[UUID, Told]:
    """About whom, and what was promised."""
    found = reminders_visible_to(viewer).filter(pk__in=keys)
    return {
        row.pk: _told(row, promised_in_words(row), reverse("contacts:reminder", args=[row.pk]))
        for row in found
    }


def _told(row: Any, words: str, url: str) -> Told:
    return Told(": ".join(filter(None, (who_in_words(row), words))), url, tuple(people_named([row])))
