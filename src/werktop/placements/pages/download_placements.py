"""The list as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.placements import commands, queries
from werktop.ui.downloads import csv_response
from werktop.work_profiles.spans import hours_in_words

from .forms import FilterForm


def page(request: Any) -> HttpResponseBase:
    """Streamed; one line per placement, without how somebody is paid. Whom it names stands in the processing log."""
    filters = FilterForm(request.actor, request.GET).filters(request.GET.get("sort", ""))
    found = queries.found_placements(request.actor, filters)
    commands.note_list_taken(actor=request.actor, at=request.at, key=request.request_key, filters=filters)
    request.shown_people.append(("candidate", list(found.values_list("candidate_id", flat=True))))
    header = [_("kandidaat"), _("bedrijf"), _("werk"), _("vorm"), _("uren per week"), _("eerste werkdag"),
              _("naar verwachting tot"), _("laatste werkdag"), _("waarom geëindigd"), _("te bellen")]  # fmt: skip
    rows = (
        [
            row.candidate.name,
            row.employer.name,
            row.what,
            row.get_work_form_display(),
            hours_in_words(row.week_minutes) if row.week_minutes else "",
            row.started_date,
            row.expected_end_date or "",
            row.ended_date or "",
            row.get_ended_reason_display(),
            row.contact.name if row.contact else "",
        ]
        for row in found.iterator(chunk_size=500)
    )
    return csv_response(filename="plaatsingen.csv", header=header, rows=rows)
