"""The list of work at the employers of the region, now and later."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from werktop.catalogue.choices import Sector, WorkForm
from werktop.work_profiles import queries
from werktop.work_profiles.in_words import begin_in_words, labels

from .filters import WorkFilterForm

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages."""
    form = WorkFilterForm(request.actor, timezone.localdate(request.at), request.GET)
    found = queries.found_work_profiles(request.actor, form.filters(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "work_profiles/profiles.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {
                    "row": row,
                    "begin": begin_in_words(row),
                    "forms": ", ".join(labels(WorkForm, row.forms)),
                    "sector": Sector(row.employer.sector).label if row.employer.sector else "",
                }
                for row in shown
            ],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )
