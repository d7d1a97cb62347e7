"""Reads of the trail and the processing log."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from .models import Entry, PersonalView


def trail_about(kind: str, about_id: UUID) -> QuerySet[Entry]:
    """What was done to one thing, latest first. The caller has checked that the viewer may see it."""
    return Entry.objects.filter(about_kind=kind, about_id=about_id).order_by("-at", "-id")


def views_of(kind: str, about_id: UUID) -> QuerySet[PersonalView]:
    """Who looked at one person, latest first."""
    return PersonalView.objects.filter(about_kind=kind, about_ids__contains=[str(about_id)]).order_by(
        "-at", "-id"
    )


def trail_of_organisation(organisation_id: UUID) -> QuerySet[Entry, Any]:
    """Everything done by an organisation's colleagues, latest first."""
    return Entry.objects.filter(organisation_id=organisation_id).order_by("-at", "-id")


def views_by_organisation(organisation_id: UUID) -> QuerySet[PersonalView]:
    """Who of an organisation looked at whom, latest first."""
    return PersonalView.objects.filter(organisation_id=organisation_id).order_by("-at", "-id")
