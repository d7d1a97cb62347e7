"""The round clock on a big screen, and the small one on the table screens. Both ask again by themselves."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from werktop.gatherings.queries.day import clock_face, gathering_on_the_day


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The clock of the hall; asked by htmx only the piece that changes (`?tafel=` for a table screen's)."""
    gathering = gathering_on_the_day(request.actor, gathering_id)
    table, shown = request.GET.get("tafel", ""), request.GET.get("ronde", "")
    is_piece = bool(request.headers.get("HX-Request"))
    template = "gatherings/day/round_clock.html"
    if is_piece:
        template = "gatherings/day/table_clock.html" if table.isdigit() else "gatherings/day/hall_clock.html"
    return render(
        request,
        template,
        {
            "gathering": gathering,
            "face": clock_face(gathering),
            "table_number": int(table) if table.isdigit() else 0,
            "round_number": int(shown) if shown.isdigit() else 0,
        },
    )
