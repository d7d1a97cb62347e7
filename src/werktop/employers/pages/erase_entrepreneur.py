"""Erasing a person of a firm for good: asked once more, with a reason."""

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
from werktop.employers import commands, queries


def page(request: Any, entrepreneur_id: UUID) -> HttpResponse:
    """The question, and the erasure. A second tap finds nobody left and says so."""
    person = queries.entrepreneur_for(request.actor, entrepreneur_id)
    if not queries.can_edit(request.actor, person.employer):
        raise NotVisible()
    employer_id = person.employer_id
    running = running_shown(request, person)
    form = ErasureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        commands.erase_entrepreneur(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            entrepreneur_id=entrepreneur_id,
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, _("Alles over deze persoon is gewist."))
        say_whom_to_call(request, running)
        return redirect("employers:employer", employer_id=employer_id)
    return render(
        request, "employers/erase_entrepreneur.html", {"form": form, "running": running, "person": person}
    )
