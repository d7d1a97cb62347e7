"""The list of reminders as a spreadsheet, with the filters of the screen. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.contacts import commands, queries
from werktop.contacts.moments import promised_in_words, who_in_words
from werktop.ui.downloads import csv_response

from .reminders import ReminderFilterForm


def page(request: Any) -> HttpResponseBase:
    """Streamed, safe to open in a spreadsheet."""
    filters = ReminderFilterForm(request.GET).filters()
    commands.note_reminders_taken(
        actor=request.actor, at=request.at, key=request.request_key, filters=filters
    )
    rows = list(queries.found_reminders(request.actor, filters, request.at))
    named = queries.people_named(rows)
    for kind in ("candidate", "entrepreneur"):
        request.shown_people.append((kind, [key for each, key in named if each == kind]))
    return csv_response(
        filename="herinneringen.csv",
        header=[_("voor"), _("wat"), _("over wie"), _("wie het doet"), _("gedaan op")],
        rows=(
            [
                row.due_date,
                promised_in_words(row),
                who_in_words(row),
                row.owner.name if row.owner else "",
                timezone.localdate(row.done_at) if row.done_at else "",
            ]
            for row in rows
        ),
    )
