"""One tap: going to work with somebody with whom nobody works."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.candidates import commands, queries


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """Whoever is first; a colleague who was quicker is said."""
    candidate = queries.candidate_for(request.actor, candidate_id)
    try:
        commands.take_candidate(
            actor=request.actor, at=request.at, key=request.request_key, candidate_id=candidate_id
        )
    except Refusal as refusal:
        messages.warning(request, shown_again(request, refusal).text)
    else:
        words = _("Je bent nu vaste collega van %(name)s. Bij Wijzig kun je dat weer veranderen.")
        messages.success(request, words % {"name": candidate.first_name})
    return redirect("candidates:candidate", candidate_id=candidate_id)
