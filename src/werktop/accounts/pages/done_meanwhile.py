"""What stand-ins did for a colleague while that one was away."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from werktop.accounts.standing_in import absences_just_over, done_meanwhile
from werktop.accounts.told import told_of

from .stand_ins import last_day
from .trail import in_words

PER_PAGE = 50


def page(request: Any) -> HttpResponse:
    """Of the absences of now and the last two weeks, in the sentences of the trail, with of whom and where it stands."""
    absences = absences_just_over(request.actor, request.at)
    shown = Paginator(done_meanwhile(request.actor, absences), PER_PAGE).get_page(request.GET.get("page"))
    lines = list(shown)
    told = told_of(request.actor, lines)
    request.shown_people += [(kind, [key]) for each in told.values() for kind, key in each.people]
    rows = in_words(request.actor, lines, is_views=False)
    return render(
        request,
        "accounts/done_meanwhile.html",
        {
            "absences": [{"row": row, "last_day": last_day(row)} for row in absences],
            "page": shown,
            "rows": [
                row | {"told": told.get((line.about_kind, line.about_id))}
                for row, line in zip(rows, lines, strict=True)
            ],
        },
    )
