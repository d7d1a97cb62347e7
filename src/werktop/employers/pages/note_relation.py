"""Something new about a firm: one short form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.employers import commands

from .one_relation import employer_to_change, place_of
from .relation_forms import FORMS, IDEAS, QUESTIONS, WHY


def page(request: Any, employer_id: UUID, relation_kind: str) -> HttpResponse:
    """The questions of this kind; of a fulfilment the promise may be named in the address (`of`), of a step the words."""
    kind = relation_kind
    employer = employer_to_change(request, employer_id, kind)
    asked = {"social_return": request.GET.get("of", ""), "person": request.GET.get("who", "")}
    idea = request.GET.get("idea", "")
    if idea.isascii() and idea.isdigit() and int(idea) < len(IDEAS):
        asked["words"] = str(IDEAS[int(idea)])
    initial = {name: value for name, value in asked.items() if value}
    typed = request.POST if request.method == "POST" else None
    form = FORMS[kind](request.actor, request.at, employer, typed, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            commands.note_relation(
                actor=request.actor, at=request.at, key=request.request_key, employer_id=employer_id, kind=kind,
                **form.facts(),
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect(place_of(employer_id, kind))
    shown = {
        "form": form,
        "employer": employer,
        "kind": kind,
        "question": QUESTIONS[kind],
        "why": WHY[kind],
        "ideas": list(enumerate(IDEAS)) if kind == "step" and not typed and "words" not in initial else [],
    }
    return render(request, "employers/note_relation.html", shown)
