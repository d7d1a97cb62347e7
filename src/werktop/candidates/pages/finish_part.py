"""One tap: a step, a goal or what was needed is done, or not yet after all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.candidates import commands, queries
from werktop.ui.addresses import asked_back
from werktop.ui.back import go_back

from .agreed_lines import DONE, tapped
from .one_part import candidate_of_part, gone, place_of_part


def page(request: Any, candidate_id: UUID, part: str, row_id: UUID) -> HttpResponse:
    """`is_open` in the post: not done after all. From a list it goes `back` there, where it can be taken back."""
    candidate = candidate_of_part(request, candidate_id, part, row_id)
    if queries.was_there(candidate, part, row_id):
        return gone(request, candidate, part, row_id)
    is_done = "is_open" not in request.POST
    commands.finish_part(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=candidate_id,
        part=part,
        row_id=row_id,
        is_done=is_done,
    )
    if is_done and asked_back(request):
        return go_back(request, stap=tapped(part, row_id, DONE))
    messages.success(request, _("Genoteerd: gedaan.") if is_done else _("Genoteerd: nog niet gedaan."))
    return go_back(request) if asked_back(request) else redirect(place_of_part(candidate_id, part))
