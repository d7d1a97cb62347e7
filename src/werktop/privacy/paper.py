"""The one page that both kinds of people get."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.kept import all_kept_of
from werktop.regions import queries as regions


def shown(request: Any, person: Any, *, back_url: str, back_words: str) -> HttpResponse:
    """All that the rooms hand in, on one page; whom it names besides is noted for the log."""
    parts = all_kept_of(request.actor, person, request.at)
    request.shown_people += [(kind, [key]) for part in parts for kind, key in part.people]
    return render(
        request,
        "privacy/kept.html",
        {
            "person": person,
            "parts": parts,
            "is_candidate": person._meta.model_name == "candidate",
            "organisation": regions.organisation_by_id(request.actor.organisation_id),
            "today": request.at,
            "back_url": back_url,
            "back_words": back_words,
        },
    )
