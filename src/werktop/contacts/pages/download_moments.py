"""The list of contact moments as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.contacts import commands, queries
from werktop.contacts.moments import how_in_words, said_in_words, who_in_words
from werktop.ui.downloads import csv_response

from .moments import MomentFilterForm


def page(request: Any) -> HttpResponseBase:
    """Streamed, safe to open in a spreadsheet."""
    filters = MomentFilterForm(request.GET, viewer=request.actor).filters()
    found = queries.found_moments(request.actor, filters)
    commands.note_moments_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
    rows = list(found)
    named = queries.people_named(rows)
    for kind in ("candidate", "entrepreneur"):
        request.shown_people.append((kind, [key for each, key in named if each == kind]))
    return csv_response(
        filename="contactmomenten.csv",
        header=[_("dag"), _("hoe"), _("met wie"), _("wat er gezegd is"), _("collega")],
        rows=(
            [
                timezone.localdate(row.happened_at),
                how_in_words(row),
                who_in_words(row),
                said_in_words(row),
                row.by.name if row.by else "",
            ]
            for row in rows
        ),
    )
