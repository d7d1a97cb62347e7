"""From a candidate: for which work one puts this one forward. Leads to step 2."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.work_profiles import queries as work_profiles
from werktop.work_profiles.choices import RUNNING

PER_PAGE = 25


class SearchForm(forms.Form):
    """Words of the work or the firm."""

    q = forms.CharField(
        label=gettext_lazy("Zoek werk of een bedrijf"), required=False, max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )  # fmt: skip


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """The work of the region that is there or comes, the first first; not open hiring, which goes by its own queue."""
    person = candidates.candidate_for(request.actor, candidate_id)
    if person.left_at is not None:
        raise NotVisible()
    form = SearchForm(request.GET)
    form.is_valid()
    words = form.cleaned_data.get("q", "").strip()
    found = work_profiles.found_work_profiles(request.actor, work_profiles.WorkFilters(words=words))
    shown = Paginator(found.filter(status__in=RUNNING, is_open_hiring=False), PER_PAGE).get_page(
        request.GET.get("page")
    )
    facts = {
        "person": person,
        "form": form,
        "page": shown,
        "rows": list(shown),
        "count": shown.paginator.count,
        "is_filtered": bool(words),
    }
    return render(request, "proposals/choose_work.html", facts)
