"""From a candidate: at which firm. Search and choose; it saves nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers

PER_PAGE = 25


class SearchForm(forms.Form):
    """The name of the firm."""

    q = forms.CharField(
        label=gettext_lazy("Zoek een bedrijf"), required=False, max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )  # fmt: skip


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """The firms of the region, by name."""
    person = candidates.candidate_for(request.actor, candidate_id)
    form = SearchForm(request.GET)
    form.is_valid()
    words = form.cleaned_data.get("q", "").strip()
    found = employers.found_employers(request.actor, employers.Filters(words=words))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    facts = {
        "person": person,
        "form": form,
        "page": shown,
        "rows": list(shown),
        "count": shown.paginator.count,
        "is_filtered": bool(words),
    }
    return render(request, "placements/choose_firm.html", facts)
