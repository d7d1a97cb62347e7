"""The list of the region's gatherings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from ..moments import moment_of
from ..queries.gathering_list import gatherings_found

PER_PAGE = 25


class FilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    when = forms.ChoiceField(
        label=_("Welke"),
        required=False,
        choices=[
            ("", _("wat nog komt")),
            ("past", _("wat geweest is")),
            ("cancelled", _("wat niet doorging")),
        ],
    )


def page(request: Any) -> HttpResponse:
    """Search, what comes or what has been, pages."""
    form = FilterForm(request.GET)
    form.is_valid()
    when = form.cleaned_data.get("when") or "coming"
    found = gatherings_found(request.actor, at=request.at, when=when, words=form.cleaned_data.get("q", ""))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "gatherings/gatherings.html",
        {
            "form": form,
            "page": shown,
            "rows": [{"gathering": each, "when": moment_of(each)} for each in shown],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "can_plan": request.actor.can("plan_gatherings"),
        },
    )
