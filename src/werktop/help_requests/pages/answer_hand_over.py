"""A hand-over behind the link of a message: read it, and answer with one tap."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from werktop.audit.refusals import Refusal, shown_again
from werktop.help_requests import queries

from .received import facts, record


def page(request: Any, token: str) -> HttpResponse:
    """GET shows what was written for it, and records nothing; POST says yes or no."""
    row = queries.received_hand_over_for(request.actor, request.actor.link_about_id)
    refusal = None
    if request.method == "POST":
        try:
            record(request, row)
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            return redirect(request.path)
    return render(
        request,
        "help_requests/answer_hand_over.html",
        facts(request, row, refusal),
        status=refusal.status if refusal else 200,
    )
