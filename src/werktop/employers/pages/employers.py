"""The list of the region's employers."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import Sector
from werktop.employers import queries

from .filters import FilterForm

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages."""
    form = FilterForm(request.actor, request.at, request.GET)
    found = queries.found_employers(request.actor, form.filters(request.GET.get("sort", "")))
    found = queries.with_the_relation(found, request.at)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "employers/employers.html",
        {
            "form": form,
            "page": shown,
            "rows": [_row(request.actor, employer) for employer in shown],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "can_edit": request.actor.can("edit_employers"),
            "can_import": request.actor.can("edit_employers"),
        },
    )


def _row(viewer: Any, employer: Any) -> dict[str, Any]:
    terms = catalogue.shown_to(viewer, (t.term for t in employer.terms.all()))
    people = [p.name for p in employer.entrepreneurs.all() if p.is_active]
    return {
        "id": employer.pk,
        "name": employer.name,
        "people": ", ".join(people[:2]),
        "sector": Sector(employer.sector).label if employer.sector else "",
        "place": employer.place,
        "terms": [t.label for t in terms[:3]],
        "more": max(0, len(terms) - 3),
        "joined_date": employer.joined_date,
        "organisation": employer.organisation.name,
        "contact": employer.our_contact,
    }
