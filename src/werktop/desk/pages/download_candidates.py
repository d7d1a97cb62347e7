"""The list as a spreadsheet: who is ticked, or all whom the filters find. A page says first what will happen; the download is a
post, since it leaves an audit line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.catalogue.choices import Language
from werktop.regions import queries as regions
from werktop.ui.downloads import csv_response

from ..commands import note_list_taken
from .many import many_of


def page(request: Any) -> HttpResponseBase:
    """Streamed, safe to open in a spreadsheet. What people need on the day and ground and purpose stay inside."""
    many = many_of(request)
    if not many.is_confirmed(request):
        return many.shown(request, "desk/download_candidates.html")
    ids = list(many.found.values_list("pk", flat=True))
    asked = {"ticked": frozenset(ids)} if many.is_ticked else {"asked": many.query}
    note_list_taken(actor=request.actor, at=request.at, key=request.request_key, **asked)
    request.shown_people.append(("candidate", ids))
    return csv_response(
        filename="kandidaten.csv",
        header=[
            _("voornaam"),
            _("achternaam"),
            _("e-mail"),
            _("telefoon"),
            _("postcode"),
            _("plaats"),
            _("talen"),
            _("kan en houdt van"),
            _("in eigen woorden"),
            _("uren per week"),
            _("vaste collega"),
        ],
        # those of whom the log says so, whoever fits by the time that the browser reads it
        rows=_rows(many.found.filter(pk__in=ids).iterator(chunk_size=500)),
    )


def _rows(candidates: Iterator[Any]) -> Iterator[list[Any]]:
    for each in candidates:
        place = regions.place_of(each.postcode)
        yield [
            each.first_name,
            each.last_name,
            each.email,
            each.phone,
            each.postcode,
            place.name if place else "",
            ", ".join(str(Language(code).label) for code in each.languages),
            ", ".join(t.term.label for t in each.terms.all()),
            each.own_words,
            each.wish.hours_max if hasattr(each, "wish") else "",
            each.assigned_to.name if each.assigned_to else each.colleague_name,
        ]
