"""The chances of the whole region: search, filters, order and pages; and the same as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.catalogue.choices import Sector
from werktop.employers import commands, queries, spans
from werktop.employers.models import ChanceKind
from werktop.ui.downloads import csv_response

PER_PAGE = 25


class ChanceFilterForm(forms.Form):
    """Everything may be left open: then what is open in the region."""

    q = forms.CharField(
        label=_("Zoek een bedrijf of woorden"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    kind = forms.ChoiceField(
        label=_("Wat voor kans"), required=False, choices=[("", _("alles")), *ChanceKind.choices]
    )
    sector = forms.ChoiceField(label=_("Sector"), required=False, choices=[("", _("alles")), *Sector.choices])
    place = forms.CharField(label=_("Plaats of postcode"), required=False, max_length=40)
    state = forms.ChoiceField(
        label=_("Hoe het staat"),
        required=False,
        choices=[("", _("open")), ("closed", _("er is iets mee gedaan")), ("all", _("alles"))],
    )
    whose = forms.ChoiceField(
        label=_("Wie het hoorde"),
        required=False,
        choices=[("", _("iedereen in de regio")), ("ours", _("onze organisatie")), ("mine", _("ikzelf"))],
    )

    def filters(self, sort: str) -> queries.ChanceFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        state = asked.get("state", "")
        return queries.ChanceFilters(
            words=asked.get("q", ""),
            kind=asked.get("kind", ""),
            sector=asked.get("sector", ""),
            place=asked.get("place", ""),
            state={"": "open", "all": ""}.get(state, state),
            whose=asked.get("whose", ""),
            sort=sort,
        )


def page(request: Any) -> HttpResponse:
    """What changes at the firms of the region, the first expected first."""
    form = ChanceFilterForm(request.GET)
    found = queries.found_chances(request.actor, form.filters(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "employers/chances.html",
        {
            "form": form,
            "page": shown,
            "rows": [_row(row) for row in shown],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def _row(row: Any) -> dict[str, Any]:
    return {
        "row": row,
        "when": queries.when_in_words(row),
        "sector": Sector(row.employer.sector).label if row.employer.sector else "",
    }


def download(request: Any) -> HttpResponseBase:
    """Streamed, and safe to open in a spreadsheet; one line per chance."""
    filters = ChanceFilterForm(request.GET).filters(request.GET.get("sort", ""))
    commands.note_chances_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
    found = queries.found_chances(request.actor, filters)
    return csv_response(
        filename="kansen.csv",
        header=[
            gettext("werkgever"),
            gettext("plaats"),
            gettext("sector"),
            gettext("soort kans"),
            gettext("wat verandert er"),
            gettext("wanneer"),
            gettext("hoe zeker"),
            gettext("genoteerd op"),
            gettext("door"),
            gettext("organisatie"),
            gettext("wat ermee gedaan is"),
            gettext("toelichting"),
        ],
        rows=(_line(row) for row in found.iterator(chunk_size=500)),
    )


def _line(row: Any) -> list[Any]:
    return [
        row.employer.name,
        row.employer.place,
        Sector(row.employer.sector).label if row.employer.sector else "",
        row.get_kind_display(),
        row.words,
        spans.in_words(row.expected_date, row.span),
        row.get_sureness_display() if row.sureness else "",
        localdate(row.noted_at),
        row.noted_by.name if row.noted_by else "",
        row.organisation.name,
        row.get_status_display(),
        row.outcome,
    ]
