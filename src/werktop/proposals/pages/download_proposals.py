"""The list as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from werktop.proposals import commands, queries
from werktop.ui.downloads import csv_response

from .forms import FilterForm, status_words


def page(request: Any) -> HttpResponseBase:
    """Streamed; one line per proposal. Whom it names stands in the processing log."""
    filters = FilterForm(request.GET).filters(request.GET.get("sort", ""))
    found = queries.found_proposals(request.actor, filters)
    commands.note_list_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
    request.shown_people.append(("candidate", list(found.values_list("candidate_id", flat=True))))
    header = [_("kandidaat"), _("bedrijf"), _("werk"), _("waarom"), _("hoe het staat"), _("voorgedragen op"),
              _("beslist op"), _("wat de werkgever zei")]  # fmt: skip
    rows = (
        [
            row.candidate.name,
            row.work_profile.employer.name,
            row.work_profile.what,
            row.reason,
            status_words(row),
            localdate(row.sent_at) if row.sent_at else "",
            localdate(row.decided_at) if row.decided_at else "",
            row.decided_words,
        ]
        for row in found.iterator(chunk_size=500)
    )
    return csv_response(filename="voordrachten.csv", header=header, rows=rows)
