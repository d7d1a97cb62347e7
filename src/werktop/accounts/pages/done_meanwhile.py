"""What stand-ins did for a colleague while that one was away."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from werktop.accounts.standing_in import absences_just_over, done_meanwhile

from .stand_ins import last_day
from .trail import folded, in_words

PER_PAGE = 50


def page(request: Any) -> HttpResponse:
    """Of the absences of now and the last two weeks, in the sentences of the trail."""
    absences = absences_just_over(request.actor, request.at)
    shown = Paginator(done_meanwhile(request.actor, absences), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "accounts/done_meanwhile.html",
        {
            "absences": [{"row": row, "last_day": last_day(row)} for row in absences],
            "page": shown,
            "rows": folded(in_words(request.actor, list(shown), is_views=False), is_views=False),
        },
    )
