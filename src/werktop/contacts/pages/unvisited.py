"""Firms that nobody of the region visited for long, or ever; and the same as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.catalogue.choices import Sector
from werktop.contacts import commands, queries
from werktop.ui.downloads import csv_response

PER_PAGE = 25


class UnvisitedFilterForm(forms.Form):
    """Everything may be left open: then half a year, or never."""

    q = forms.CharField(
        label=_("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    months = forms.ChoiceField(
        label=_("Niet bezocht sinds"),
        required=False,
        choices=[
            ("", _("6 maanden, of nooit")),
            ("3", _("3 maanden, of nooit")),
            ("12", _("een jaar, of nooit")),
            ("24", _("twee jaar, of nooit")),
            ("0", _("nooit")),
        ],
    )
    place = forms.CharField(label=_("Plaats of postcode"), required=False, max_length=40)
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("alles")), *Sector.choices])
    own = forms.BooleanField(label=_("alleen van onze organisatie"), required=False)

    def filters(self, sort: str) -> queries.UnvisitedFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return queries.UnvisitedFilters(
            words=asked.get("q", ""),
            months=int(asked.get("months") or 6) if asked.get("months") != "0" else 0,
            sector=asked.get("sector", ""),
            place=asked.get("place", ""),
            is_own=asked.get("own", False),
            sort=sort,
        )


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages; who was never visited stands first."""
    form = UnvisitedFilterForm(request.GET)
    found = queries.unvisited(request.actor, form.filters(request.GET.get("sort", "")), request.at)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "contacts/unvisited.html",
        {
            "form": form,
            "page": shown,
            "rows": [{"row": row, "sector": Sector(row.sector).label if row.sector else ""} for row in shown],
            "count": shown.paginator.count,
            "can_plan": request.actor.can("edit_candidates"),
        },
    )


def download(request: Any) -> HttpResponseBase:
    """Streamed, safe to open in a spreadsheet."""
    filters = UnvisitedFilterForm(request.GET).filters(request.GET.get("sort", ""))
    commands.note_unvisited_taken(
        actor=request.actor, at=request.at, key=request.request_key, filters=filters
    )
    found = queries.unvisited(request.actor, filters, request.at)
    return csv_response(
        filename="niet-bezocht.csv",
        header=[
            gettext("werkgever"),
            gettext("plaats"),
            gettext("sector"),
            gettext("laatst bezocht"),
            gettext("bezoek gepland"),
            gettext("verantwoordelijk"),
        ],
        rows=(
            [
                row.name,
                row.place,
                Sector(row.sector).label if row.sector else "",
                timezone.localdate(row.visited_at) if row.visited_at else "",
                timezone.localdate(row.next_visit_at) if row.next_visit_at else "",
                row.organisation.name,
            ]
            for row in found.iterator(chunk_size=500)
        ),
    )
