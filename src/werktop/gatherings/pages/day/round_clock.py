"""The round clock on a big screen, and the small one on the table screens. Both ask again by themselves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from werktop.gatherings.queries.day import gathering_on_the_day
from werktop.gatherings.queries.rounds import clock_face
from werktop.ui.typed import whole_number


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The clock of the hall; asked by htmx only the piece that changes (`?tafel=` for a table screen's)."""
    gathering = gathering_on_the_day(request.actor, gathering_id)
    table, shown = whole_number(request.GET.get("tafel")), whole_number(request.GET.get("ronde"))
    is_piece = bool(request.headers.get("HX-Request"))
    template = "gatherings/day/round_clock.html"
    if is_piece:
        template = "gatherings/day/table_clock.html" if table else "gatherings/day/hall_clock.html"
    return render(
        request,
        template,
        {
            "gathering": gathering,
            "face": clock_face(gathering),
            "table_number": table,
            "round_number": shown,
        },
    )
