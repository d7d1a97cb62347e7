"""One tap: these are two people. Nobody asks again, until somebody says that one may."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.candidates import commands


def page(request: Any, candidate_id: UUID, other_id: UUID) -> HttpResponse:
    """Back to the list of likely doubles."""
    is_apart = request.POST.get("look_again") != "1"
    commands.tell_candidates_apart(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=candidate_id,
        other_ids=[other_id],
        is_apart=is_apart,
    )
    words = (
        _("Genoteerd: dit zijn er twee. We vragen het niet meer.")
        if is_apart
        else _("Dit paar staat weer in de lijst.")
    )
    messages.success(request, words)
    return redirect("candidates:doubles")
