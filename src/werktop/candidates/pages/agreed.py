"""What was agreed and is still to be done, of whom one works with and of what one does by name."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from werktop.accounts.standing_in import as_the_absent
from werktop.candidates import queries

from .agreed_lines import agreed_line, tapped_just_now

PER_PAGE = 25


def page(request: Any) -> HttpResponse:
    """The first due first, each with its taps; a stand-in reads those of the colleague who is away."""
    viewer = as_the_absent(request.actor)
    shown = Paginator(queries.agreed_by(viewer), PER_PAGE).get_page(request.GET.get("page"))
    rows = queries.to_dos(viewer, shown)
    tapped = tapped_just_now(request)
    named = [each.row.candidate_id for each in rows] + (tapped["people"] if tapped else [])
    request.shown_people.append(("candidate", named))
    today = localdate(request.at)
    lines = [agreed_line(each, today, request.get_full_path()) for each in rows]
    return render(
        request,
        "candidates/agreed.html",
        {"page": shown, "lines": lines, "count": shown.paginator.count, "tapped": tapped},
    )
