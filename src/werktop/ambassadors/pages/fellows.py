"""Fellow entrepreneurs who were named: the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.models import FellowState
from werktop.ambassadors.queries import fellows
from werktop.ui.downloads import csv_response

PER_PAGE = 25


class FellowFilterForm(forms.Form):
    """Everything may be left open: then who is still to be spoken with."""

    q = forms.CharField(
        label=gettext_lazy("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Hoe het staat"),
        required=False,
        choices=[("", gettext_lazy("open")), ("all", gettext_lazy("alles")), *FellowState.choices],
    )
    mine = forms.BooleanField(label=gettext_lazy("alleen die ik bel, of van niemand"), required=False)

    def filters(self, sort: str) -> fellows.FellowFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        state = asked.get("state") or "open"
        return fellows.FellowFilters(
            words=asked.get("q", ""),
            state="" if state == "all" else state,
            is_mine=asked.get("mine", False),
            sort=sort,
        )


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages."""
    form = FellowFilterForm(request.GET)
    found = fellows.found_fellows(request.actor, form.filters(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "ambassadors/fellows.html",
        {
            "form": form,
            "page": shown,
            "rows": list(shown),
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def download(request: Any) -> HttpResponseBase:
    """The list as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""
    found = fellows.found_fellows(
        request.actor, FellowFilterForm(request.GET).filters(request.GET.get("sort", ""))
    )
    commands.note_fellows_taken(
        actor=request.actor, at=request.at, key=request.request_key, count=found.count()
    )
    return csv_response(
        filename=_("genoemd.csv"),
        header=[
            _("naam"), _("e-mail"), _("telefoon"), _("genoemd door"), _("bedrijf"), _("op"), _("hoe het staat"),
            _("wat ervan kwam"), _("wie belt"),
        ],
        rows=(
            [
                row.name, row.email, row.phone, row.entrepreneur.name, row.entrepreneur.employer.name, row.named_at,
                row.get_state_display(), row.words, row.contact.name if row.contact else "",
            ]
            for row in found.iterator(chunk_size=500)
        ),
    )  # fmt: skip
