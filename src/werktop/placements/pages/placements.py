"""The list of placements of the own organisation."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from werktop.placements import queries

from .forms import FilterForm

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages."""
    form = FilterForm(request.actor, request.GET)
    found = queries.found_placements(request.actor, form.filters(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(shown)
    request.shown_people.append(("candidate", [row.candidate_id for row in rows]))
    return render(
        request,
        "placements/placements.html",
        {
            "form": form,
            "page": shown,
            "rows": rows,
            "today": localdate(request.at),
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )
