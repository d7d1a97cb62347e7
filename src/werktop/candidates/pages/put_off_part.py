"""One tap: a step, or what is needed, comes back on another day."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.audit.later import later_day
from werktop.candidates import commands, queries
from werktop.ui.back import go_back

from .agreed_lines import tapped
from .one_part import candidate_of_part, gone


def page(request: Any, candidate_id: UUID, part: str, row_id: UUID) -> HttpResponse:
    """`to` in the post says until when; with `is_back` it stands again where it stood."""
    candidate = candidate_of_part(request, candidate_id, part, row_id)
    if queries.was_there(candidate, part, row_id):
        return gone(request, candidate, part, row_id)
    was = commands.put_off_part(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=candidate_id,
        part=part,
        row_id=row_id,
        due_date=later_day(request.POST, request.at),
    )
    if "is_back" in request.POST:
        messages.success(request, _("Het staat weer op zijn dag."))
        return go_back(request, "candidates:agreed")
    return go_back(request, "candidates:agreed", stap=tapped(part, row_id, was))
