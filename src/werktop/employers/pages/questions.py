"""Vragen: what employers ask the region, who calls and by when; and the same as a spreadsheet."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from werktop.employers import commands, queries
from werktop.employers.models.questions import OPEN
from werktop.regions import queries as regions
from werktop.ui.components.phones import phone
from werktop.ui.downloads import csv_response

PER_PAGE = 25


class QuestionFilterForm(forms.Form):
    """Everything may be left open: then what is open in the region."""

    q = forms.CharField(
        label=_("Zoek woorden, een naam of een bedrijf"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    state = forms.ChoiceField(
        label=_("Hoe het staat"),
        required=False,
        choices=[("", _("open")), ("late", _("te laat")), ("closed", _("afgerond")), ("all", _("alles"))],
    )
    whose = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        choices=[
            ("", _("iedereen in de regio")),
            ("mine", _("van mij")),
            ("nobody", _("nog van niemand")),
            ("ours", _("onze organisatie")),
        ],
    )

    def filters(self, sort: str) -> queries.QuestionFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        state = asked.get("state", "")
        return queries.QuestionFilters(
            words=asked.get("q", ""),
            state={"": "open", "all": ""}.get(state, state),
            whose=asked.get("whose", ""),
            sort=sort,
        )


def page(request: Any) -> HttpResponse:
    """What is open and due first on top."""
    form = QuestionFilterForm(request.GET)
    filters = form.filters(request.GET.get("sort", ""))
    found = queries.found_questions(request.actor, filters, request.at)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "employers/questions_list.html",
        {
            "form": form,
            "page": shown,
            "rows": [{"row": row, "is_late": row.state in OPEN and row.due_at < request.at} for row in shown],
            "count": shown.paginator.count,
            "entrance": settings.BASE_URL
            + reverse(
                "portal:entrance", args=[regions.slug_of(regions.region_by_id(request.actor.region_id))]
            ),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def download(request: Any) -> HttpResponseBase:
    """Streamed, and safe to open in a spreadsheet; one line per question."""
    filters = QuestionFilterForm(request.GET).filters(request.GET.get("sort", ""))
    commands.note_questions_taken(
        actor=request.actor, at=request.at, key=request.request_key, filters=filters
    )
    found = queries.found_questions(request.actor, filters, request.at)
    return csv_response(
        filename="vragen.csv",
        header=[
            gettext("vraag"),
            gettext("wie"),
            gettext("e-mail"),
            gettext("telefoon"),
            gettext("werkgever"),
            gettext("binnengekomen"),
            gettext("uiterlijk"),
            gettext("hoe het staat"),
            gettext("contactpersoon"),
            gettext("organisatie"),
            gettext("doorgegeven aan"),
            gettext("wat er gezegd is"),
        ],
        rows=(_line(row) for row in found.iterator(chunk_size=500)),
    )


def _line(row: Any) -> list[Any]:
    return [
        row.words,
        row.who,
        row.email,
        phone(row.phone),
        row.employer.name if row.employer else "",
        localtime(row.received_at),
        localtime(row.due_at),
        row.get_state_display(),
        row.taken_by.name if row.taken_by else "",
        row.organisation.name,
        row.passed_to,
        row.said,
    ]
