"""Erasing a person for good: asked once more, with a reason, of who works with the person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.erasing import ErasureForm
from werktop.accounts.still_running import running_shown, say_whom_to_call
from werktop.audit.refusals import NotVisible
from werktop.candidates import commands, queries


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """The question, and the erasure; whom to ask, for who may not. The same press twice says the same; another one finds nobody."""
    form = ErasureForm(request.POST if request.method == "POST" else None)
    is_said = request.method == "POST" and form.is_valid()
    try:
        candidate = queries.candidate_for(request.actor, candidate_id)
    except NotVisible:
        if not is_said:
            raise
        return _erased(request, candidate_id, form, [])  # its receipt answers a press that came before
    if not queries.may_erase(request.actor, candidate):
        status = 403 if request.method == "POST" else 200
        facts = {"candidate": candidate, "taken_from": queries.taken_unread_from(request.actor, candidate)}
        return render(request, "candidates/erase_candidate.html", facts, status=status)
    running = running_shown(request, candidate)
    if is_said:
        return _erased(request, candidate_id, form, running)
    return render(
        request, "candidates/erase_candidate.html", {"form": form, "running": running, "candidate": candidate}
    )


def _erased(request: Any, candidate_id: UUID, form: ErasureForm, running: list[Any]) -> HttpResponse:
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
