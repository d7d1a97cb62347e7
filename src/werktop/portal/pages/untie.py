"""A colleague ends the tie of a candidate's strong login: another telephone, a wrong person, or the candidate asks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.accounts.commands import end_pairing
from werktop.candidates import queries as candidates


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """At once, also for who is on the page by it."""
    candidate = candidates.candidate_for(request.actor, candidate_id)
    end_pairing(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        holder_kind="candidate",
        own_page_id=candidate.pk,
    )
    messages.success(request, _("De eigen inlog is niet meer gekoppeld."))
    return redirect("candidates:candidate", candidate_id=candidate_id)
