"""One tap: what was taken out of the picture stands there again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.candidates import commands
from werktop.ui.addresses import asked_back
from werktop.ui.back import go_back

from .one_part import candidate_of_part, place_of_part


def page(request: Any, candidate_id: UUID, part: str, row_id: UUID) -> HttpResponse:
    """As it was, with the date of today."""
    candidate_of_part(request, candidate_id, part, row_id)
    commands.put_back_part(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=candidate_id,
        part=part,
        row_id=row_id,
    )
    messages.success(request, _("Het staat er weer."))
    return go_back(request) if asked_back(request) else redirect(place_of_part(candidate_id, part))
