"""Changing what is known about a candidate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.changing import NOT_YET, change
from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate
from werktop.post.readdressing import links_closed_in_words

from .forms import ChangeCandidateForm, answers_of
from .same_address import shown_sharers


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """The same questions as for a new candidate, filled in; nothing is lost when something does not fit, or when a
    colleague was quicker: then it says what stands there now."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    typed = request.POST if request.method == "POST" else None
    form = ChangeCandidateForm(
        request.actor,
        request.at,
        typed,
        initial=_answers(request, candidate_id),
        candidate=candidate,
        sees_needs=queries.can_see_needs(request.actor, candidate, request.at),
    )
    went = NOT_YET
    sharers: list[Candidate] = []
    if request.method == "POST" and form.is_valid() and "save_anyway" not in request.POST:
        email = form.cleaned_data["email"]
        is_new = email.casefold() != candidate.email.casefold()
        sharers = shown_sharers(request, email, other_than=candidate_id) if is_new else []
    if request.method == "POST" and form.is_valid() and not sharers:
        went = change(
            request,
            form,
            commands.change_candidate,
            about=("candidate", candidate_id),
            now=lambda: _answers(request, candidate_id),
            **form.facts(),
        )
        if went.is_saved:
            messages.success(request, _("Bewaard.") + links_closed_in_words(went.outcome))
            return redirect("candidates:candidate", candidate_id=candidate_id)
    return render(
        request,
        "candidates/change_candidate.html",
        {
            "form": form,
            "candidate": candidate,
            "overtaken": went.overtaken,
            "sharers": sharers,
            "replaced": [],
            "is_typed_along": False,
            "save_url": request.path,
        },
        status=went.status,
    )


def _answers(request: Any, candidate_id: UUID) -> dict[str, Any]:
    candidate = queries.candidate_for(request.actor, candidate_id)
    return answers_of(candidate, queries.noted_term_ids(candidate_id))
