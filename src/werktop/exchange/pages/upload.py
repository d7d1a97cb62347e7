"""One list that was read: what it brings, what is the matter with which row, and the button to take it over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.exchange import commands, queries
from werktop.exchange.kinds import KINDS
from werktop.exchange.models import Upload, UploadKind, UploadState
from werktop.exchange.stored_rows import from_json

PER_PAGE = 50
FIRST_ROWS = 5
LEVELS = ("refused", "doubtful")


def page(request: Any, upload_id: UUID) -> HttpResponse:
    """`?soort=refused` or `doubtful` narrows the remarks. A post takes the list over."""
    if request.method == "POST":
        commands.apply_upload(
            actor=request.actor, at=request.at, key=request.request_key, upload_id=upload_id
        )
        return redirect("exchange:upload", upload_id=upload_id)
    upload = queries.upload_for(request.actor, upload_id, at=request.at)
    level = request.GET.get("soort", "")
    problems = upload.report.get("problems", [])
    chosen = [p for p in problems if p["level"] == level] if level in LEVELS else problems
    shown = Paginator(chosen, PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "exchange/upload.html",
        {
            "upload": upload,
            "kind": KINDS[upload.kind].title,
            "counts": {"rows": 0, "new": 0, "already_there": 0, "refused": 0, "doubtful": 0} | upload.counts,
            "taken": upload.counts.get("taken"),
            "of_firms": upload.kind == UploadKind.ENTREPRENEURS,
            "is_open": upload.state == UploadState.PREVIEWED,
            "is_put_away": upload.state == UploadState.WITHDRAWN,
            "first_rows": [_row(row) for row in from_json(upload.kind, upload.rows[:FIRST_ROWS])],
            "used": upload.report.get("used_columns", []),
            "dropped": _dropped(upload),
            "levels": _levels(upload, level),
            "page": shown,
            "problems": _with_alike(request, upload, list(shown)),
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
            "label": f"{label} ({sum(1 for p in problems if not value or p['level'] == value)})",
            "url": f"{address}?soort={value}#opmerkingen" if value else f"{address}#opmerkingen",
            "is_current": level == value,
        }
        for value, label in words
    ]


def _with_alike(request: Any, upload: Upload, problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same problems, each with the people or firms of the own files that it may be about."""
    keys = {UUID(key) for problem in problems for key in problem.get("alike", ())}
    found: dict[UUID, str]
    if upload.kind == UploadKind.ENTREPRENEURS:
        found = {f.pk: f.name for f in employers.employers_in_region(request.actor).filter(pk__in=keys)}
        address, keyword = "employers:employer", "employer_id"
    else:
        people = candidates.candidates_visible_to(request.actor, with_left=True)
        found = {c.pk: c.name for c in people.filter(pk__in=keys)}
        address, keyword = "candidates:candidate", "candidate_id"
        request.shown_people.append(("candidate", list(found)))
    return [
        problem
        | {
            "alike": [
                {"name": found[key], "url": reverse(address, kwargs={keyword: key})}
                for key in map(UUID, problem.get("alike", ()))
                if key in found
            ]
        }
        for problem in problems
    ]
