"""A work profile to read, on a phone and on paper: what it is, what it asks, what it is like there, and how it stands."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import WorkForm
from werktop.ui.panels import panels_of
from werktop.work_profiles import queries
from werktop.work_profiles.choices import RUNNING, Status, Trait
from werktop.work_profiles.in_words import (
    begin_in_words,
    hours_in_words,
    labels,
    selection_in_words,
    wage_in_words,
)
from werktop.work_profiles.legal_wage import minimum_above
from werktop.work_profiles.models import WorkProfile


def page(request: Any, work_profile_id: UUID) -> HttpResponse:
    """The whole region reads; who noted it or answers for the firm also finds the ways to change."""
    profile = queries.work_profile_for(request.actor, work_profile_id)
    can_change = queries.can_change(request.actor, profile, profile.employer.organisation_id)
    return render(
        request,
        "work_profiles/profile.html",
        {
            "profile": profile,
            "employer": profile.employer,
            "forms_of_work": labels(WorkForm, profile.forms),
            "asked": asked_in_words(request.actor, profile),
            "requirements": queries.requirements_of(profile),
            "traits": labels(Trait, profile.traits),
            "begin": begin_in_words(profile),
            "hours": hours_in_words(profile),
            "wage": wage_in_words(profile),
            "minimum": minimum_above(request.actor, profile, timezone.localdate(request.at))
            if can_change
            else None,
            "selection": selection_in_words(profile),
            "can_change": can_change,
            "moves": [
                (status, label)
                for status, label in Status.choices
                if status in RUNNING and status != profile.status
            ],
            "is_closed": profile.closed_at is not None,
            "earlier": queries.earlier_of(profile),
            "panels": panels_of(request, profile),
        },
    )


def asked_in_words(viewer: Any, profile: WorkProfile) -> dict[str, list[dict[str, Any]]]:
    """What must be there already, what can be learned and what the work gives room to; what counts most first. Of another
    organisation's own term the shared one that it counts as."""
    found: dict[str, list[dict[str, Any]]] = {"must": [], "learnable": [], "likes": []}
    heavy, light = _("telt zwaar"), _("telt licht")
    rows = profile.terms.select_related("term__counts_as").order_by("-weight", "term__position", "term__code")
    for row in rows:
        for term in catalogue.shown_to(viewer, [row.term]):
            kind = "likes" if term.kind == "interest" else "learnable" if row.is_learnable else "must"
            note = {3: heavy, 1: light}.get(row.weight, "")
            found[kind].append({"label": term.label, "note": note})
    return found
