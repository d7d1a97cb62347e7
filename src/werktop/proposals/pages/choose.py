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
from werktop.proposals import commands, queries
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
    if work.is_open_hiring:
        return redirect("work_profiles:queue", work_profile_id=work.pk)
    ticked = list(dict.fromkeys(keys_in(request.GET.getlist("kandidaat"))))
    if "verder" in request.GET and 0 < len(ticked) <= commands.MOST:
        asked = urlencode([("kandidaat", str(key)) for key in ticked])
        return redirect(f"{reverse('proposals:propose', args=[work_profile_id])}?{asked}")
    form = SearchForm(request.GET)
    form.is_valid()
    wanted = queries.asked_by(work)
    found = candidates.found_candidates(
        request.actor,
        candidates.Filters(
            words=form.cleaned_data.get("q", ""), is_mine=form.cleaned_data.get("mine", False)
        ),
    ).exclude(pk__in=queries.put_forward_ids(work.pk))
    is_named = bool(form.cleaned_data.get("q", "").strip())
    if not is_named:
        found = candidates.most_shared_first(found, wanted, work.pk)
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
            "rows": [_row(row, ticked, known, wanted) for row in rows],
            "kept": [_row(row, ticked, known, wanted) for row in kept_rows],
            "is_by_fit": bool(wanted) and not is_named,
            "nobody_ticked": "verder" in request.GET and not ticked,
            "too_many": "verder" in request.GET and len(ticked) > commands.MOST,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def _row(
    row: Any, ticked: list[UUID], known: dict[UUID, set[UUID]], asked: dict[UUID, str]
) -> dict[str, Any]:
    has = sorted(asked[key] for key in known.get(row.pk, set()) & asked.keys())
    return {"row": row, "is_ticked": row.pk in ticked, "has": has}
