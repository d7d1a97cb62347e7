"""The list of proposals of the own organisation."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from werktop.proposals import queries
from werktop.proposals.models import DECISIONS

from .forms import FilterForm, status_words

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages."""
    form = FilterForm(request.GET)
    found = queries.found_proposals(request.actor, form.filters(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(shown)
    request.shown_people.append(("candidate", [row.candidate_id for row in rows]))
    return render(
        request,
        "proposals/proposals.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {
                    "row": row,
                    "status": status_words(row),
                    "is_to_tell": row.status in DECISIONS and row.told_at is None,
                }
                for row in rows
            ],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )
