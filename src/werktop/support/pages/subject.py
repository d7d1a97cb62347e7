"""One instrument or step: what the region agreed, who differs, and every change with who made it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from werktop.regions import queries as regions
from werktop.support import queries
from werktop.support.shown import practice_facts, said
from werktop.support.subjects import SUBJECTS


def page(request: Any, subject: str) -> HttpResponse:
    """For every colleague; who runs the settings changes it from here."""
    if subject not in SUBJECTS:
        raise Http404
    viewer = request.actor
    row = next(each for each in queries.side_by_side(viewer.region_id) if each.about == subject)
    may_edit = viewer.can("manage_organisation")
    house = regions.organisation_by_id(viewer.organisation_id)
    own = queries.practice_row(viewer, subject, is_regional=False)
    return render(
        request,
        "support/subject.html",
        {
            "subject": subject,
            "name": said(row.name),
            "agreement": practice_facts(row.agreement),
            "differences": [
                {"organisation": each.organisation.name, "facts": practice_facts(each), "reason": each.reason}
                for each in row.differences
            ],
            "as_agreed": [each.name for each in row.as_agreed],
            "own": own,
            "may_edit": may_edit and house.has_files,
            "history": [
                {"line": line, "facts": practice_facts(line.facts)}
                for line in queries.practice_history(viewer, subject)
            ],
        },
    )
