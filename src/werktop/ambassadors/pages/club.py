"""One business club or park: its firms, and what is known of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy

from werktop.ambassadors.queries import clubs
from werktop.ambassadors.queries.network import ambassadors_since
from werktop.ambassadors.queries.yields import members_joined
from werktop.employers import queries as employers

from .clubs import counted_of

MOST_FOUND = 10
PER_PAGE = 25


class SearchForm(forms.Form):
    """Which firm is to be added."""

    q = forms.CharField(
        label=gettext_lazy("Zoek een werkgever om erbij te zetten"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search"}),
    )


def page(request: Any, club_id: UUID) -> HttpResponse:
    """Its firms, with which ambassadors there are; and a search to add one."""
    club = clubs.club_for(request.actor, club_id)
    since = ambassadors_since(request.actor)
    firms = employers.employers_in_region(request.actor).filter(pk__in=club.members.values("employer_id"))
    members = Paginator(firms.prefetch_related("entrepreneurs", "joinings"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    form = SearchForm(request.GET)
    words = form.cleaned_data.get("q", "") if form.is_valid() else ""
    may_edit = clubs.can_edit_club(request.actor, club)
    found = (
        list(employers.employers_named(request.actor, words)[: MOST_FOUND * 2]) if words and may_edit else []
    )
    there = set(firms.filter(pk__in=[each.pk for each in found]).values_list("pk", flat=True))
    return render(
        request,
        "ambassadors/club.html",
        {
            "club": club,
            "may_edit": may_edit,
            "rows": [
                {
                    "firm": each,
                    "joined": next((j.joined_date for j in each.joinings.all()), None),
                    "ambassadors": [p.name for p in each.entrepreneurs.all() if p.pk in since],
                }
                for each in members
            ],
            **counted_of(club, members_joined([club.pk])),
            "page": members,
            "form": form,
            "words": words,
            "found": [each for each in found if each.pk not in there][:MOST_FOUND],
            "network_url": f"{reverse('ambassadors:network')}?club={club.pk}",
        },
    )
