"""One list that was read: what it brings, what is the matter with which row, and the button to take it over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.exchange import commands, queries
from werktop.exchange.kinds import KINDS
from werktop.exchange.models import Upload, UploadKind, UploadState
from werktop.exchange.remarks import Remark, numbers_as_words, remarks
from werktop.exchange.stored_rows import from_json

from .forms import RowForm

FIRST_ROWS = 5
FEW = 12
"""So many remarks need no search."""
LEVELS = ("refused", "doubtful")


def page(request: Any, upload_id: UUID) -> HttpResponse:
    """`?soort=refused` or `doubtful` narrows the remarks, `?rij=17` to one row. A post takes the list over: a short one at
    once, a longer one by a worker, with how far it is on this page. Of one that was stopped it goes on."""
    if request.method == "POST":
        try:
            known = queries.upload_for(request.actor, upload_id, at=request.at, with_rows=False)
            is_short = known.counts.get("rows", 0) <= commands.BLOCK and known.state != UploadState.STOPPED
            take = commands.apply_upload if is_short else commands.start_taking
            take(actor=request.actor, at=request.at, key=request.request_key, upload_id=upload_id)
        except commands.ListMovedOn as refusal:
            messages.warning(request, refusal.text)
        return redirect("exchange:upload", upload_id=upload_id)
    upload = queries.upload_for(request.actor, upload_id, at=request.at)
    level, asked = request.GET.get("soort", ""), RowForm(request.GET)
    row = asked.cleaned_data.get("rij") if asked.is_valid() else None
    problems = upload.report.get("problems", [])
    chosen = [p for p in problems if row in (None, p["row"]) and (level not in LEVELS or p["level"] == level)]
    return render(
        request,
        "exchange/upload.html",
        {
            "upload": upload,
            "kind": KINDS[upload.kind].title,
            "counts": {"rows": 0, "new": 0, "already_there": 0, "refused": 0, "doubtful": 0} | upload.counts,
            "unchanged": upload.counts.get("already_there", 0) - upload.counts.get("no_longer_shared", 0),
            "unshared_rows": numbers_as_words(upload.report.get("no_longer_shared", [])),
            "taken": upload.counts.get("taken") if upload.state == UploadState.APPLIED else None,
            "of_firms": upload.kind == UploadKind.ENTREPRENEURS,
            "is_open": upload.state == UploadState.PREVIEWED,
            "is_put_away": upload.state == UploadState.WITHDRAWN,
            "is_taking": upload.state == UploadState.TAKING,
            "is_stopped": upload.state == UploadState.STOPPED,
            "far": queries.how_far(upload),
            "put_away_count": len(upload.outcome.get("put_away", [])),
            "last_row": upload.taken_to_row,
            "first_rows": [_row(row) for row in from_json(upload.kind, upload.rows[:FIRST_ROWS])]
            if upload.state == UploadState.PREVIEWED
            else [],
            "used": upload.report.get("used_columns", []),
            "dropped": _dropped(upload),
            "levels": _levels(upload, level),
            "has_problems": bool(problems),
            "row_form": asked,
            "row": row,
            "is_long": len(problems) > FEW,
            "remarks": _with_people(request, upload, remarks(chosen)),
        },
    )


def _row(row: Any) -> dict[str, Any]:
    """A row as a colleague recognises it."""
    name = getattr(row, "full_name", "")
    return {
        "number": row.row,
        "name": name or row.company,
        "sub": "" if name else row.contact_name,
        "reach": row.email or row.phone,
        "place": row.postcode,
    }


def _dropped(upload: Upload) -> dict[str, list[str]]:
    columns = upload.report.get("dropped_columns", [])
    return {
        name: [
            column["title"] or column["letter"] for column in columns if column["is_personal"] is is_personal
        ]
        for name, is_personal in (("personal", True), ("other", False))
    }


def _levels(upload: Upload, level: str) -> list[dict[str, Any]]:
    address = reverse("exchange:upload", kwargs={"upload_id": upload.pk})
    problems = upload.report.get("problems", [])
    words = (("", _("Alles")), ("refused", _("Niet overgenomen")), ("doubtful", _("Even nakijken")))
    return [
        {
            # rows, as above; one row may have several remarks
            "label": f"{label} ({len({p['row'] for p in problems if value in ('', p['level'])})})",
            "url": f"{address}?soort={value}#opmerkingen" if value else f"{address}#opmerkingen",
            "is_current": level == value,
        }
        for value, label in words
    ]


def _with_people(request: Any, upload: Upload, found: list[Remark]) -> list[Remark]:
    """The same remarks; a row on the page has `people` of the own files that it may be about, or firms."""
    keys = {UUID(key) for remark in found for problem in remark.shown for key in problem.get("alike", ())}
    names: dict[UUID, str]
    if upload.kind == UploadKind.ENTREPRENEURS:
        names = {f.pk: f.name for f in employers.employers_in_region(request.actor).filter(pk__in=keys)}
        address, keyword = "employers:employer", "employer_id"
    else:
        people = candidates.candidates_visible_to(request.actor, with_left=True)
        names = {c.pk: c.name for c in people.filter(pk__in=keys)}
        address, keyword = "candidates:candidate", "candidate_id"
        request.shown_people.append(("candidate", list(names)))
    linked = {
        str(key): {"name": name, "url": reverse(address, kwargs={keyword: key})}
        for key, name in names.items()
    }
    return [
        replace(
            remark,
            problems=[
                problem | {"people": [linked[key] for key in problem.get("alike", ()) if key in linked]}
                for problem in remark.problems
            ],
        )
        for remark in found
    ]
