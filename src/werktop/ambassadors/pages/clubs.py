"""Business clubs and parks: the list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from werktop.ambassadors.models import Club, ClubKind
from werktop.ambassadors.queries import clubs
from werktop.ambassadors.queries.yields import members_joined

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
    form.is_valid()
    asked = form.cleaned_data
    found = clubs.found_clubs(
        request.actor, asked.get("q", ""), asked.get("kind", ""), request.GET.get("sort", "")
    )
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


def counted_of(club: Club, counted: dict[UUID, tuple[int, int]]) -> dict[str, int]:
    """How many firms of this club we know, and how many of these take part, out of `members_joined`."""
    known, joined = counted.get(club.pk, (0, 0))
    return {"known": known, "joined": joined}
