"""The remarks of one list as a spreadsheet. A post, since it leaves an audit line."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from werktop.exchange import commands, queries
from werktop.exchange.problems import worded
from werktop.ui.downloads import csv_response


def page(request: Any, upload_id: UUID) -> HttpResponseBase:
    """One line per remark, as safe to open as any download of the house; what is not taken over comes first."""
    upload = queries.upload_for(request.actor, upload_id, at=request.at)
    commands.note_report_taken(
        actor=request.actor, at=request.at, key=request.request_key, upload_id=upload_id
    )
    words = {"refused": _("niet overgenomen"), "doubtful": _("nakijken")}
    return csv_response(
        filename="opmerkingen.csv",
        header=[_("rij"), _("gevolg"), _("kolom"), _("wat er staat"), _("wat je kunt doen")],
        rows=(
            (each["row"], words[each["level"]], each["column"], each["text"], each["remedy"])
            for each in worded(upload.report.get("problems", []))
        ),
    )
