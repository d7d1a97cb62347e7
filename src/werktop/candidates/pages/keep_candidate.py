"""Keeping a candidate for another year who would be erased, since nobody was in touch."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.candidates import commands


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """One tap on the candidate's page."""
    commands.keep_candidate(
        actor=request.actor, at=request.at, key=request.request_key, candidate_id=candidate_id
    )
    messages.success(request, _("Genoteerd. We bewaren alles nog een jaar."))
    return redirect("candidates:candidate", candidate_id=candidate_id)
