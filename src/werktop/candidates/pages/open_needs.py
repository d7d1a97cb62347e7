"""Reading what is guarded of somebody with whom another colleague works: with a reason, that this colleague sees."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.refusals import Refusal, keep_typed
from werktop.candidates import commands, queries
from werktop.ui.addresses import asked_back


class ReasonForm(forms.Form):
    """Why it has to be read now."""

    reason = forms.CharField(
        label=gettext_lazy("Waarom moet je dit nu lezen?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Schrijf kort waarom je dit nu moet lezen.")},
    )


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """Who works with the person goes on at once; where nobody does, the page offers to become who does."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    onwards = _onwards(request, candidate_id)
    if queries.can_see_needs(request.actor, candidate, request.at):
        return redirect(onwards)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.open_needs(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                candidate_id=candidate_id,
                reason=form.cleaned_data["reason"],
            )
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(
                request, _("Je leest dit tot het eind van de dag. De vaste collega ziet waarom.")
            )
            return redirect(onwards)
    return render(
        request,
        "candidates/open_needs.html",
        {
            "candidate": candidate,
            "form": form,
            "is_nobodys": queries.works_with_nobody(candidate),
            "onwards": onwards,
        },
    )


def _onwards(request: Any, candidate_id: UUID) -> str:
    """The page of this house that asked for it, else the person's own."""
    return asked_back(request, "next") or f"{reverse('candidates:candidate', args=[candidate_id])}#need"
