"""The plan as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.catalogue.choices import Sector
from werktop.market_plan import commands, queries
from werktop.ui.downloads import csv_response

from .forms import FilterForm
from .market_plan import standing_words


def page(request: Any) -> HttpResponseBase:
    """Streamed, and safe to open in a spreadsheet; one line per firm."""
    filters = FilterForm(request.actor, request.GET).filters(request)
    found = queries.found_targets(request.actor, filters)
    commands.note_plan_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
    header = [
        _("bedrijf"), _("sector"), _("plaats"), _("waarom"), _("wie benadert"), _("collega"), _("vóór"),
        _("hoe het staat"), _("toelichting"), _("ook contact met"), _("doet mee sinds"),
    ]  # fmt: skip
    return csv_response(filename="marktplan.csv", header=header, rows=_rows(found.iterator(chunk_size=500)))


def _rows(found: Iterator[Any]) -> Iterator[list[Any]]:
    for each in found:
        yield [
            each.name,
            Sector(each.sector).label if each.sector else "",
            each.place,
            each.why,
            each.organisation.name if each.organisation else "",
            each.approached_by.name if each.approached_by else "",
            each.by_date,
            standing_words(each),
            each.standing_words,
            each.in_contact,
            each.joined_date,
        ]
