"""An entrepreneur coaches a candidate, or introduces one to a firm: from the candidate's page, and back to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.ambassadors import commands
from werktop.ambassadors.queries.coaching import coaching_for
from werktop.audit.refusals import Refusal, keep_typed, shown_again
from werktop.candidates import queries as candidates

from .forms import CoachingForm, IntroductionForm, WithAYesForm


def new_coaching(request: Any, candidate_id: UUID) -> HttpResponse:
    """Who, about what, and that the candidate agreed."""
    return _noted(request, candidate_id, CoachingForm, commands.start_coaching, "coaching")


def new_introduction(request: Any, candidate_id: UUID) -> HttpResponse:
    """Who introduces, at which firm, and that the candidate agreed."""
    return _noted(request, candidate_id, IntroductionForm, commands.note_introduction, "introduction")


def _noted(request: Any, candidate_id: UUID, kind: type[WithAYesForm], save: Any, what: str) -> HttpResponse:
    candidate = candidates.candidate_for(request.actor, candidate_id)
    today = timezone.localdate(request.at)
    start = {"agreed_date": today, "since_date": today}
    form = kind(request.actor, request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            save(
                actor=request.actor, at=request.at, key=request.request_key, candidate_id=candidate_id,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect("candidates:candidate", candidate_id)
    shown = {"form": form, "candidate": candidate, "what": what}
    return render(request, "ambassadors/with_candidate.html", shown)


def coaching(request: Any, coaching_id: UUID) -> HttpResponse:
    """It ends with what it brought, goes on after all, or was a mistake."""
    row = coaching_for(request.actor, coaching_id)
    request.shown_people.append(("candidate", [row.candidate_id]))
    typed, wrong = row.outcome, None
    if request.method == "POST":
        asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "coaching_id": row.pk}
        to, typed = request.POST.get("to", ""), request.POST.get("outcome", "")
        try:
            if to == "resume":
                commands.resume_coaching(**asked)
            elif to == "take_back":
                commands.take_back_coaching(**asked)
            else:
                commands.end_coaching(**asked, outcome=typed)
        except Refusal as refusal:
            wrong = shown_again(request, refusal)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("candidates:candidate", row.candidate_id)
    shown = {"row": row, "typed": typed, "refusal": wrong}
    return render(request, "ambassadors/coaching.html", shown, status=409 if wrong else 200)
