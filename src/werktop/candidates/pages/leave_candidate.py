"""Noting that a candidate is not looking any more, or is back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.candidates import commands


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """One tap each way; `is_back` in the post says which."""
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key}
    if "is_back" in request.POST:
        commands.note_returned(candidate_id=candidate_id, **asked)
        messages.success(request, _("Weer terug in de lijst."))
    else:
        commands.note_left(candidate_id=candidate_id, **asked)
        messages.success(request, _("Genoteerd. Deze kandidaat wordt niet meer uitgenodigd."))
    return redirect("candidates:candidate", candidate_id=candidate_id)
