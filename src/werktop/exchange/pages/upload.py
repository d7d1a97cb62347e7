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
from werktop.exchange.doubles import OTHER, asked_rows, said_same
from werktop.exchange.kinds import KINDS
from werktop.exchange.models import Upload, UploadKind, UploadState
from werktop.exchange.problems import worded
from werktop.exchange.remarks import Remark, numbers_as_words, remarks
from werktop.exchange.stored_rows import from_json

from .forms import RowForm

FIRST_ROWS = 5
MOST_SAID = 100
MOST_ASKED = 10
"""So many rows are asked about at once; the others come up as these are answered."""
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
    is_open = upload.state in (UploadState.PREVIEWED, UploadState.STOPPED)
    problems = [
        p for p in upload.report.get("problems", []) if not (is_open and p["code"] == "alike_in_file")
    ]
    asked_of = _asked(request, upload) if is_open else None
    same = [] if upload.kind == UploadKind.ENTREPRENEURS else said_same(upload)
    chosen = [p for p in problems if row in (None, p["row"]) and (level not in LEVELS or p["level"] == level)]
    return render(
        request,
        "exchange/upload.html",
        {
            "upload": upload,
            "kind": KINDS[upload.kind].title,
            "asked": asked_of,
            "held": numbers_as_words(upload.outcome.get("held", [])),
            "held_count": len(upload.outcome.get("held", [])),
            "same": numbers_as_words(same),
            "same_count": len(same),
            "counts": {"rows": 0, "new": 0, "already_there": 0, "refused": 0, "doubtful": 0} | upload.counts,
            "unchanged": upload.counts.get("already_there", 0) - upload.counts.get("no_longer_shared", 0),
            "unshared_rows": numbers_as_words(upload.report.get("no_longer_shared", [])),
            "new_unshared_rows": numbers_as_words(upload.report.get("not_shared", [])),
            "taken": upload.counts.get("taken") if upload.state == UploadState.APPLIED else None,
            "of_firms": upload.kind == UploadKind.ENTREPRENEURS,
            "is_open": upload.state == UploadState.PREVIEWED,
            "is_put_away": upload.state == UploadState.WITHDRAWN,
            "is_taking": upload.state == UploadState.TAKING,
            "is_stopped": upload.state == UploadState.STOPPED,
            "is_given_up": upload.counts.get("tries", 0) >= commands.MOST_TRIES,
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
            "remarks": _with_people(request, upload, remarks(worded(chosen))),
        },
    )


def _asked(request: Any, upload: Upload) -> dict[str, Any] | None:
    """Rows that may be about somebody who is there: the first of which nothing was said, and those of which something was. None
    where there are none."""
    asked = asked_rows(upload)
    if not asked:
        return None
    open_ones = [each for each in asked if each.is_held]
    said = [each for each in asked if not each.is_held]
    shown = {each.row: each for each in (*open_ones[:MOST_ASKED], *said[:MOST_SAID])}
    rows = {
        row.row: _row(row)
        for row in from_json(upload.kind, [plain for plain in upload.rows if plain["row"] in shown])
    }
    people = _linked(request, upload, {UUID(key) for each in shown.values() for key in each.keys})
    lines = [
        rows[number] | {"people": [people[key] for key in each.keys if key in people], "choice": each.choice}
        for number, each in shown.items()
        if number in rows
    ]
    same = sum(each.is_same for each in said) if upload.kind != UploadKind.ENTREPRENEURS else 0
    return {
        "open": [line for line in lines if not line["choice"]],
        "said": [line | {"is_other": line["choice"] == OTHER} for line in lines if line["choice"]],
        "open_count": len(open_ones),
        "several_count": (several := sum(each.has_several for each in open_ones)),
        "one_count": len(open_ones) - several,
        "said_count": len(said),
        "takes": max(0, upload.counts.get("rows", 0) - len(open_ones) - same),
    }


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
    linked = _linked(request, upload, keys)
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


def _linked(request: Any, upload: Upload, keys: set[UUID]) -> dict[str, dict[str, str]]:
    """Name and address of these people of the own files, or firms, by their keys."""
    names: dict[UUID, str]
    if upload.kind == UploadKind.ENTREPRENEURS:
        names = {f.pk: f.name for f in employers.employers_in_region(request.actor).filter(pk__in=keys)}
        address, keyword = "employers:employer", "employer_id"
    else:
        people = candidates.candidates_visible_to(request.actor, with_left=True)
        names = {c.pk: c.name for c in people.filter(pk__in=keys)}
        address, keyword = "candidates:candidate", "candidate_id"
        request.shown_people.append(("candidate", list(names)))
    return {
        str(key): {"key": str(key), "name": name, "url": reverse(address, kwargs={keyword: key})}
        for key, name in names.items()
    }
