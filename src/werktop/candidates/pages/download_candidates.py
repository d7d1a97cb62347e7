"""The list as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate
from werktop.catalogue.choices import Language
from werktop.regions import queries as regions
from werktop.ui.downloads import csv_response

from .filters import FilterForm


def page(request: Any) -> HttpResponseBase:
    """Streamed, safe to open in a spreadsheet. What people need on the day and ground and purpose stay inside."""
    filters = FilterForm(request.actor, request.GET).filters(request.GET.get("sort", ""))
    found = queries.found_candidates(request.actor, filters)
    ids = list(found.values_list("pk", flat=True))
    commands.note_list_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
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
        rows=_rows(found.iterator(chunk_size=500)),
    )


def _rows(candidates: Iterator[Candidate]) -> Iterator[list[Any]]:
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
