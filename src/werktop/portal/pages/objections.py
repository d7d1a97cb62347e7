"""Bezwaar: what the candidate does not want us to do with what we know. It holds from the tap on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from werktop.candidates import queries as candidates
from werktop.portal.objecting import choices_for, said
from werktop.portal.own_frame import shown


def page(request: Any) -> HttpResponse:
    """GET shows what one can object to and what stands; POST makes an objection, or takes it back."""
    candidate = candidates.own_row(request.actor)
    if request.method == "POST":
        messages.success(request, said(request, candidate.pk))
        return redirect("portal:objections")
    return shown(
        request, "portal/objections.html", {"candidate": candidate, "choices": choices_for(candidate)}
    )
