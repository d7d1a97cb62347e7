"""The list of help requests: the own ones that are open first, the others one choice away."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.help_requests import queries
from werktop.help_requests.models import LIVE, OPEN, Topic

from .help_request import put_off_just_now

PER_PAGE = 25


class HelpFilterForm(forms.Form):
    """Everything may be left open: then the own ones that are open."""

    q = forms.CharField(
        label=_("Zoek een naam of woorden"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )
    topic = forms.ChoiceField(
        label=_("Waar het over gaat"), required=False, choices=[("", _("alles")), *Topic.choices]
    )
    whose = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        choices=[("", _("van mij")), ("all", _("van iedereen")), ("taken", _("die ik overnam"))],
    )
    state = forms.ChoiceField(
        label=_("Hoe het staat"),
        required=False,
        choices=[("", _("open")), ("waiting", _("wacht op antwoord")), ("closed", _("afgerond"))],
    )

    def filters(self) -> queries.HelpFilters:
        """What was asked for, in the words of the query."""
        self.is_valid()
        asked = self.cleaned_data
        return queries.HelpFilters(
            words=asked.get("q", ""),
            topic=asked.get("topic", ""),
            whose={"all": "", "taken": "taken"}.get(asked.get("whose", ""), "mine"),
            state=asked.get("state") or "open",
        )


def page(request: Any) -> HttpResponse:
    """Search, filters and pages; each line leads to its own page."""
    form = HelpFilterForm(request.GET)
    if form.filters().whose == "taken":
        return _taken_over(request, form)
    shown = Paginator(queries.found_help_requests(request.actor, form.filters()), PER_PAGE).get_page(
        request.GET.get("page")
    )
    rows = list(shown)
    request.shown_people.append(("candidate", [row.candidate_id for row in rows]))
    today = timezone.localdate(request.at)
    return render(
        request,
        "help_requests/help_requests.html",
        {
            "form": form,
            "page": shown,
            "rows": [
                {
                    "row": row,
                    "is_late": row.state in OPEN and row.due_date < today,
                    "handed": next((each for each in row.hand_overs.all() if each.state in LIVE), None),
                }
                for row in rows
            ],
            "count": shown.paginator.count,
            "put_off": put_off_just_now(request),
            "is_filtered": any(request.GET.get(name) for name in form.fields),
        },
    )


def _taken_over(request: Any, form: HelpFilterForm) -> HttpResponse:
    """What others handed to the viewer: what was written for the viewer, and nothing else of the person; of what is done, the own
    words alone. Each line leads to the page of the hand-over."""
    filters = form.filters()
    # what it is about is not among what the receiver reads
    del form.fields["topic"]
    shown = Paginator(queries.found_hand_overs(request.actor, filters), PER_PAGE).get_page(
        request.GET.get("page")
    )
    rows = list(shown)
    request.shown_people.append(("candidate", [row.help_request.candidate_id for row in rows]))
    return render(
        request,
        "help_requests/taken_over.html",
        {
            "form": form,
            "page": shown,
            "rows": rows,
            "is_closed": filters.state == "closed",
            "count": shown.paginator.count,
            "is_filtered": bool(filters.words.strip()) or filters.state != "open",
        },
    )
