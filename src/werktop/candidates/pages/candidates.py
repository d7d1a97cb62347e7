"""The list of the own organisation's candidates."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.candidates import queries
from werktop.candidates.models import Candidate
from werktop.catalogue.choices import Language
from werktop.regions import queries as regions

from .filters import FilterForm
from .told_list import NOTED, kept_list, keys_among

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages; the gate logs whom the page shows."""
    form = FilterForm(request.actor, request.GET)
    found = queries.found_candidates(request.actor, form.filters(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = [_row(candidate) for candidate in shown]
    noted = _noted(request)
    request.shown_people.append(("candidate", [row["id"] for row in rows] + [c.pk for c in noted]))
    return render(
        request,
        "candidates/candidates.html",
        {
            "form": form,
            "page": shown,
            "rows": rows,
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "asks_telling": bool(rows)
            and bool(request.GET.get("telling"))
            and request.actor.can("edit_candidates"),
            "is_all_ticked": request.GET.get("kies") == str(shown.number),
            "kept_list": kept_list(request),
            "noted": noted,
            "noted_names": ", ".join(c.name for c in noted),
            "can_edit": request.actor.can("edit_candidates"),
            "can_import": request.actor.can("import_people"),
        },
    )


def _noted(request: Any) -> list[Candidate]:
    """Who was noted just now as told: right after it, while it can still be taken back."""
    if not request.GET.get("genoteerd") or not request.actor.can("edit_candidates"):
        return []
    keys = keys_among(request.session.get(NOTED, []))
    told = queries.candidates_visible_to(request.actor, with_left=True)
    return list(told.filter(pk__in=keys, informed_date=timezone.localdate(request.at)))


def _row(candidate: Candidate) -> dict[str, Any]:
    terms = sorted(
        candidate.terms.all(), key=lambda t: (t.source == "own_words", t.term.kind, t.term.position)
    )
    place = regions.place_of(candidate.postcode)
    return {
        "id": candidate.pk,
        "name": candidate.name,
        "sub": candidate.assigned_to.first_name if candidate.assigned_to else "",
        "terms": [t.term.label for t in terms[:3]],
        "more": max(0, len(terms) - 3),
        "place": place.name if place else candidate.postcode or _("onbekend"),
        "languages": ", ".join(str(Language(code).label) for code in candidate.languages),
        "has_left": candidate.left_at is not None,
    }
