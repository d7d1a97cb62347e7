"""Erasing a person for good: asked once more, with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.erasing import ErasureForm
from werktop.accounts.still_running import running_shown, say_whom_to_call
from werktop.candidates import commands, queries


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """The question, and the erasure. A second tap finds nobody left and says so."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    running = running_shown(request, candidate)
    form = ErasureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        commands.erase_candidate(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            candidate_id=candidate_id,
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, _("Alles over deze persoon is gewist."))
        say_whom_to_call(request, running)
        return redirect("desk:candidates")
    return render(
        request, "candidates/erase_candidate.html", {"form": form, "running": running, "candidate": candidate}
    )
