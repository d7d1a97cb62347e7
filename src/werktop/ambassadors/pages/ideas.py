"""Ideas of entrepreneurs: the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.models import IdeaKind, IdeaState
from werktop.ambassadors.queries import ideas
from werktop.ui.downloads import csv_response

PER_PAGE = 25


class IdeaFilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=gettext_lazy("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat voor idee"),
        required=False,
        choices=[("", gettext_lazy("alles")), *IdeaKind.choices],
    )
    state = forms.ChoiceField(
        label=gettext_lazy("Hoe het staat"),
        required=False,
        choices=[("", gettext_lazy("alles")), ("open", gettext_lazy("open")), *IdeaState.choices],
    )

    def filters(self, sort: str) -> ideas.IdeaFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return ideas.IdeaFilters(asked.get("q", ""), asked.get("kind", ""), asked.get("state", ""), sort)


def page(request: Any) -> HttpResponse:
    """Search, filters, order and pages."""
    form = IdeaFilterForm(request.GET)
    found = ideas.found_ideas(request.actor, form.filters(request.GET.get("sort", "")))
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "ambassadors/ideas.html",
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
    found = ideas.found_ideas(request.actor, IdeaFilterForm(request.GET).filters(request.GET.get("sort", "")))
    commands.note_ideas_taken(
        actor=request.actor, at=request.at, key=request.request_key, count=found.count()
    )
    return csv_response(
        filename=_("ideeen.csv"),
        header=[
            _("op"), _("ondernemer"), _("bedrijf"), _("wat"), _("idee"), _("wanneer ongeveer"), _("hoeveel mensen"),
            _("drempelvrij"), _("vanaf"), _("hoe het staat"), _("antwoord"),
        ],
        rows=(
            [
                row.made_at, row.entrepreneur.name, row.entrepreneur.employer.name, row.get_kind_display(), row.words,
                row.when_words, row.people_count, row.is_step_free, row.from_date, row.get_state_display(), row.answer,
            ]
            for row in found.iterator(chunk_size=500)
        ),
    )  # fmt: skip
