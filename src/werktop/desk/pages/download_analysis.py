"""The totals of a file analysis as a spreadsheet: the same figures as on the page, with how each was counted."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates.queries import Spread
from werktop.ui.downloads import csv_response

from ..commands import note_totals_taken
from .analysis import spread_of, team_spread
from .many import many_of
from .spread_words import pictures_of


def page(request: Any) -> HttpResponseBase:
    """No name is in it, and nothing that the page does not show."""
    if not request.actor.can("see_candidates"):
        return _taken(request, team_spread(request))
    many = many_of(request)
    if many.is_measured:
        return redirect(f"{reverse('desk:analysis')}?{many.asked.address()}")
    return _taken(request, spread_of(request, many))


def _taken(request: Any, spread: Spread) -> HttpResponseBase:
    note_totals_taken(actor=request.actor, at=request.at, key=request.request_key, count=spread.count)
    return csv_response(
        filename="bestandsanalyse.csv",
        header=[_("onderdeel"), _("wat"), _("aantal"), _("zo geteld")],
        rows=[
            [_("kandidaten"), _("in deze lijst"), spread.count, ""],
            *(
                [picture.title, row.label, row.words or row.value, picture.note]
                for picture in pictures_of(request.actor, spread, is_whole=True)
                for row in picture.rows
            ),
        ],
    )
