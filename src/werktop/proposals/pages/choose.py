"""Step 1: whom of the own candidates one puts forward for this work. Search and tick; it saves nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from werktop.audit.keys import keys_in
from werktop.candidates import queries as candidates
from werktop.proposals import queries
from werktop.work_profiles import queries as work_profiles

PER_PAGE = 25


class SearchForm(forms.Form):
    """A name, or whose."""

    q = forms.CharField(
        label=gettext_lazy("Zoek een naam"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    mine = forms.BooleanField(label=gettext_lazy("alleen van mij"), required=False)


def page(request: Any, work_profile_id: UUID) -> HttpResponse:
    """GET lists; with `verder` in the address on to step 2 with who is ticked (`kandidaat`)."""
    work = work_profiles.work_profile_for(request.actor, work_profile_id)
    ticked = list(dict.fromkeys(keys_in(request.GET.getlist("kandidaat"))))
    if "verder" in request.GET and ticked:
        asked = urlencode([("kandidaat", str(key)) for key in ticked])
        return redirect(f"{reverse('proposals:propose', args=[work_profile_id])}?{asked}")
    form = SearchForm(request.GET)
    form.is_valid()
    terms = [each.term for each in work.terms.select_related("term")]
    term_ids = {term.counts_as_id or term.pk for term in terms}
    found = candidates.found_candidates(
        request.actor,
        candidates.Filters(
            words=form.cleaned_data.get("q", ""), is_mine=form.cleaned_data.get("mine", False)
        ),
    ).exclude(pk__in=queries.put_forward_ids(work.pk))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(shown)
    kept = candidates.candidates_by_id([key for key in ticked if key not in {row.pk for row in rows}])
    kept_rows = [row for row in kept.values() if row.organisation_id == request.actor.organisation_id]
    known = candidates.term_ids_of([row.pk for row in (*rows, *kept_rows)])
    request.shown_people.append(("candidate", [row.pk for row in (*rows, *kept_rows)]))
    return render(
        request,
        "proposals/choose.html",
        {
            "work": work,
            "form": form,
            "page": shown,
            "count": shown.paginator.count,
            "rows": [_row(row, ticked, known, term_ids) for row in rows],
            "kept": [_row(row, ticked, known, term_ids) for row in kept_rows],
            "nobody_ticked": "verder" in request.GET,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def _row(row: Any, ticked: list[UUID], known: dict[UUID, set[UUID]], asked: set[UUID]) -> dict[str, Any]:
    return {"row": row, "is_ticked": row.pk in ticked, "shared": len(known.get(row.pk, set()) & asked)}
