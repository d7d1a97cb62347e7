"""One tap: this one of the two was called, and knows when the talk is, or that it does not go on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werktop.audit.refusals import Refusal, shown_again

from ..commands import note_talk_called
from ..queries import talks
from .follow_up import shown


def page(request: Any, follow_up_id: UUID) -> HttpResponse:
    """Note it (`called=no` takes it back) and go back to where it was tapped: the talk, or the page after its gathering.
    Where it cannot be noted the talk says why, as it is now."""
    talk = talks.talk_for(request.actor, follow_up_id)
    try:
        note_talk_called(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            follow_up_id=follow_up_id,
            side=request.POST.get("side", ""),
            is_called=request.POST.get("called") != "no",
            about=request.POST.get("about"),
        )
    except Refusal as said:
        return shown(request, talk, off=shown_again(request, said))
    if request.POST.get("back") == "after":
        return redirect("matches:after", gathering_id=talk.row.gathering_id)
    return redirect(reverse("matches:follow_up", args=[follow_up_id]) + "#calls")
