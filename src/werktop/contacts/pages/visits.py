"""Visits of the region: what comes, what was and is not noted yet, what was made; and the same as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.contacts import commands, queries
from werktop.ui.downloads import csv_response

PER_PAGE = 25


class VisitFilterForm(forms.Form):
    """Everything may be left open: then what comes, of everybody in the region."""

    q = forms.CharField(
        label=_("Zoek een bedrijf of woorden"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    whose = forms.ChoiceField(
        label=_("Wie er gaat"),
        required=False,
        choices=[("", _("iedereen in de regio")), ("ours", _("onze organisatie")), ("mine", _("ikzelf"))],
    )
    state = forms.ChoiceField(
        label=_("Hoe het staat"),
        required=False,
        choices=[
            ("", _("komt nog")),
            ("late", _("geweest, nog niet genoteerd")),
            ("done", _("geweest")),
            ("cancelled", _("afgezegd")),
            ("all", _("alles")),
        ],
    )

    def filters(self, sort: str) -> queries.VisitFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        state = asked.get("state", "")
        return queries.VisitFilters(
            words=asked.get("q", ""),
            state={"": "coming", "all": ""}.get(state, state),
            whose=asked.get("whose", ""),
            sort=sort,
        )


def state_in_words(row: Any, at: Any) -> str:
    """How a visit stands."""
    if row.cancelled_at:
        return gettext("afgezegd")
    if row.done_at:
        return gettext("geweest")
    return gettext("nog te noteren") if row.starts_at < at else gettext("komt nog")


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages."""
    form = VisitFilterForm(request.GET)
    found = queries.found_visits(request.actor, form.filters(request.GET.get("sort", "")), request.at)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    rows = list(shown)
    request.shown_people += [("entrepreneur", [row.entrepreneur_id]) for row in rows if row.entrepreneur_id]
    return render(
        request,
        "contacts/visits.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {
                    "row": row,
                    "state": state_in_words(row, request.at),
                    "is_late": not (row.done_at or row.cancelled_at) and row.starts_at < request.at,
                    "is_own": queries.reads_visit(request.actor, row),
                }
                for row in rows
            ],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def download(request: Any) -> HttpResponseBase:
    """Streamed, safe to open in a spreadsheet. What a visit of another organisation is for stays empty."""
    filters = VisitFilterForm(request.GET).filters(request.GET.get("sort", ""))
    commands.note_visits_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
    rows = list(queries.found_visits(request.actor, filters, request.at))
    request.shown_people.append(
        ("entrepreneur", [row.entrepreneur_id for row in rows if row.entrepreneur_id])
    )
    return csv_response(
        filename="bezoeken.csv",
        header=[
            gettext("wanneer"),
            gettext("werkgever"),
            gettext("plaats"),
            gettext("wie er gaat"),
            gettext("organisatie"),
            gettext("met wie"),
            gettext("waarvoor"),
            gettext("hoe het staat"),
        ],
        rows=(_line(request, row) for row in rows),
    )


def _line(request: Any, row: Any) -> list[Any]:
    is_own = queries.reads_visit(request.actor, row)
    return [
        timezone.localtime(row.starts_at).replace(tzinfo=None),
        row.employer.name,
        row.employer.place,
        row.account.name if row.account else "",
        row.organisation.name,
        row.entrepreneur.name if row.entrepreneur else "",
        row.purpose if is_own else "",
        state_in_words(row, request.at),
    ]
