"""Changing what is known about a candidate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import commands, queries

from .forms import CandidateForm, answers_of


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """The same questions as for a new candidate, filled in; nothing is lost when something does not fit."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    start = answers_of(candidate, queries.term_ids_of([candidate_id]).get(candidate_id, set()))
    form = CandidateForm(
        request.actor,
        request.POST if request.method == "POST" else None,
        initial=start,
        candidate=candidate,
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_candidate(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                candidate_id=candidate_id,
                **form.facts(),
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("candidates:candidate", candidate_id=candidate_id)
    return render(request, "candidates/change_candidate.html", {"form": form, "candidate": candidate})
