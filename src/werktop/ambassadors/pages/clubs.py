"""Business clubs and parks: the list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.ambassadors import commands
from werktop.ambassadors.models import Club, ClubKind
from werktop.ambassadors.queries import clubs
from werktop.ambassadors.queries.yields import members_joined
from werktop.ui.downloads import csv_response

PER_PAGE = 25


class ClubFilterForm(forms.Form):
    """Everything may be left open."""

    q = forms.CharField(
        label=gettext_lazy("Zoek"), required=False, max_length=80, widget=forms.TextInput({"type": "search"})
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Wat is het?"),
        required=False,
        choices=[("", gettext_lazy("alles")), *ClubKind.choices],
    )


def page(request: Any) -> HttpResponse:
    """Each with how many firms we know there, and how many of these take part."""
    form = ClubFilterForm(request.GET)
    found = _found(request, form)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    counted = members_joined([each.pk for each in shown])
    return render(
        request,
        "ambassadors/clubs.html",
        {
            "form": form,
            "page": shown,
            "rows": [{"club": each, **counted_of(each, counted)} for each in shown],
            "count": shown.paginator.count,
            "is_filtered": any(request.GET.get(name) for name in form.fields),
            "may_add": request.actor.can("edit_employers"),
        },
    )


def download(request: Any) -> HttpResponseBase:
    """The list as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""
    found = _found(request, ClubFilterForm(request.GET))
    rows = list(found)
    counted = members_joined([each.pk for each in rows])
    commands.note_clubs_taken(actor=request.actor, at=request.at, key=request.request_key, count=len(rows))
    return csv_response(
        filename=_("clubs-en-terreinen.csv"),
        header=[
            _("naam"), _("wat"), _("plaats"), _("hoeveel bedrijven ongeveer"), _("kennen wij"), _("doen mee"),
            _("contactpersoon"), _("e-mail"), _("telefoon"), _("goed om te weten"),
        ],
        rows=(
            [
                row.name, row.get_kind_display(), row.place, row.firm_count, *counted.get(row.pk, (0, 0)),
                row.contact_name, row.contact_email, row.contact_phone, row.words,
            ]
            for row in rows
        ),
    )  # fmt: skip


def _found(request: Any, form: ClubFilterForm) -> QuerySet[Club]:
    form.is_valid()
    asked = form.cleaned_data
    sort = request.GET.get("sort", "")
    return clubs.found_clubs(request.actor, asked.get("q", ""), asked.get("kind", ""), sort)


def counted_of(club: Club, counted: dict[UUID, tuple[int, int]]) -> dict[str, int]:
    """How many firms of this club we know, and how many of these take part, out of `members_joined`."""
    known, joined = counted.get(club.pk, (0, 0))
    return {"known": known, "joined": joined}
