"""Handing a help request to somebody by name, who confirms."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, keep_typed
from werktop.help_requests import commands, queries
from werktop.ui.components.phones import phone

from .forms import HandOverForm


def page(request: Any, help_request_id: UUID) -> HttpResponse:
    """What the receiver reads is filled in, to be looked at and changed; nothing else of the file goes along."""
    row = queries.help_request_for(request.actor, help_request_id, request.at)
    form = HandOverForm(
        request.POST if request.method == "POST" else None,
        initial={
            "reach": _reach(row.candidate),
            "words": row.words,
            "consent_date": timezone.localdate(request.at),
        },
        viewer=request.actor,
        at=request.at,
    )
    if request.method == "POST" and form.is_valid():
        try:
            commands.hand_over_help(
                actor=request.actor, at=request.at, key=request.request_key, help_request_id=row.pk,
                **form.cleaned_data,
            )  # fmt: skip
        except Refusal as refusal:
            keep_typed(request, form, refusal)
        else:
            messages.success(request, _("Gevraagd. Tot het antwoord er is, blijft het bij jou."))
            return redirect("help_requests:help_request", row.pk)
    request.shown_people.append(("candidate", [row.candidate_id]))
    return render(request, "help_requests/hand_over.html", {"form": form, "row": row})


def _reach(candidate: Any) -> str:
    """Name, telephone, and how contact goes well."""
    adjusted = candidate.adjusted_words
    return ". ".join(
        filter(None, (", ".join(filter(None, (candidate.name, phone(candidate.phone)))), adjusted))
    )
