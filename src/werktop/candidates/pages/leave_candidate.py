"""Noting that a candidate is not looking any more, or is back: first what still runs and stays open, and what happens to it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.accounts.still_running import running_shown, say_whom_to_call
from werktop.candidates import commands, queries
from werktop.ui.panels import LEAVING, panels_of

from .agreed_lines import open_line, tapped_just_now


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """What runs and until when everything is kept, and the button; `is_back` in the post: back in the list."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
    if "is_back" in request.POST:
        commands.note_returned(candidate_id=candidate_id, **asked)
        messages.success(request, _("Weer terug in de lijst. Wat afgezegd is, spreek je opnieuw af."))
    elif request.method == "POST":
        running = [] if candidate.left_at else running_shown(request, candidate)
        commands.note_left(candidate_id=candidate_id, **asked)
        messages.success(request, _("Genoteerd. Deze kandidaat wordt niet meer uitgenodigd."))
        say_whom_to_call(request, running)
        if any(panel.stays_open for panel in panels_of(request, candidate, LEAVING)):
            words = _(
                "Er staat nog een herinnering open. Die blijft op Vandaag staan tot iemand haar afsluit."
            )
            messages.warning(request, words)
    elif candidate.left_at is None:
        return render(
            request,
            "candidates/leave_candidate.html",
            {
                "candidate": candidate,
                "running": running_shown(request, candidate),
                "open_lines": [
                    open_line(each) for each in queries.still_agreed(request.actor, candidate, request.at)
                ],
                "tapped": tapped_just_now(request),
                "panels": panels_of(request, candidate, LEAVING),
                "kept_until": queries.kept_until(candidate),
            },
        )
    return redirect("candidates:candidate", candidate_id=candidate_id)
