"""Something known of a firm, put right, done or put aside; below it what stood there before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.employers import commands, queries

from .one_relation import employer_to_change, place_of
from .relation_forms import FORMS, QUESTIONS, TAPS, WHY


def page(request: Any, employer_id: UUID, relation_kind: str, relation_id: UUID) -> HttpResponse:
    """The form as it stands. `remove` in the post puts it aside, `put_back` undoes that; what `TAPS` names sets a day."""
    kind, row_id = relation_kind, relation_id
    employer = employer_to_change(request, employer_id, kind)
    row = queries.row_about(request.actor, employer, kind, row_id)
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
    which: dict[str, Any] = {"employer_id": employer_id, "kind": kind, "row_id": row_id}
    if "remove" in request.POST:
        commands.put_aside_relation(**asked, **which)
        return redirect(place_of(employer_id, kind, put_aside=row_id))
    if "put_back" in request.POST:
        commands.put_back_relation(**asked, **which)
        messages.success(request, _("Het staat er weer."))
        return redirect(place_of(employer_id, kind))
    word, day = TAPS.get(kind, ("", ""))
    if word and word in request.POST:
        commands.note_relation(**asked, **(which | {day: timezone.localdate(request.at)}))
        messages.success(request, _("Genoteerd."))
        return redirect(place_of(employer_id, kind))
    typed = request.POST if request.method == "POST" else None
    form = FORMS[kind](request.actor, request.at, employer, typed, row=row)
    went = NOT_YET
    if request.method == "POST" and form.is_valid():
        went = change(
            request,
            form,
            commands.note_relation,
            about=("employer", employer_id),
            now=lambda: FORMS[kind].answers_of(queries.row_about(request.actor, employer, kind, row_id)),
            verbs=("employers.note_relation", "employers.put_aside_relation"),
            kind=kind,
            row_id=row_id,
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard."))
            return redirect(place_of(employer_id, kind))
    shown = {
        "form": form,
        "employer": employer,
        "kind": kind,
        "row": row,
        "question": QUESTIONS[kind],
        "why": WHY[kind],
        "ideas": [],
        "overtaken": went.overtaken,
        "before": queries.said_before(row),
    }
    return render(request, "employers/change_relation.html", shown, status=went.status)
