"""Noting what a candidate asks help with."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import queries as candidates
from werktop.help_requests import commands
from werktop.help_requests.models import Topic

from .forms import HelpRequestForm

FIRST_DUE = timedelta(days=7)
"""By when it is looked at where nobody chooses otherwise."""


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """From the candidate's page, and back to it."""
    candidate = candidates.candidate_for(request.actor, candidate_id)
    form = HelpRequestForm(
        request.POST if request.method == "POST" else None,
        initial={
            "topic": Topic.OTHER,  # what nobody chose is not about money
            "due_date": timezone.localdate(request.at) + FIRST_DUE,
            "owner_id": str(request.actor.acts_for or request.actor.id),
        },
        viewer=request.actor,
        at=request.at,
    )
    if request.method == "POST" and form.is_valid():
        try:
            key = commands.add_help_request(
                actor=request.actor, at=request.at, key=request.request_key, candidate_id=candidate_id,
                **form.facts(),
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Genoteerd."))
            if "hand_over" in request.POST:
                return redirect("help_requests:hand_over", key)
            return redirect("candidates:candidate", candidate_id)
    return render(request, "help_requests/new_help_request.html", {"form": form, "candidate": candidate})
