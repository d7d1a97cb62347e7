"""One tap: the candidate gets a link to the own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.portal.commands import send_own_link


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """Back to the candidate."""
    way = send_own_link(
        actor=request.actor, at=request.at, key=request.request_key, candidate_id=candidate_id
    )
    words = {
        "email": _("De link naar de eigen pagina gaat per e-mail."),
        "sms": _("De link naar de eigen pagina gaat per sms."),
    }
    messages.success(request, words[way])
    return redirect("candidates:candidate", candidate_id=candidate_id)
