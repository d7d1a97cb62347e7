"""Changing one part of the picture, or taking it out."""

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

from .agreed_lines import GONE, tapped
from .one_part import asked, candidate_of_part, gone, place_of_part


def page(request: Any, candidate_id: UUID, part: str, row_id: UUID) -> HttpResponse:
    """The form as it stands; `remove` in the post takes it out, which the story can put back, and the list from which it came
    (`back`) too."""
    candidate = candidate_of_part(request, candidate_id, part, row_id)
    if "remove" in request.POST:
        commands.remove_part(
            actor=request.actor,
            at=request.at,
            key=request.request_key,
            candidate_id=candidate_id,
            part=part,
            row_id=row_id,
            reason=request.POST.get("reason", ""),
        )
        if asked_back(request):
            return go_back(request, stap=tapped(part, row_id, GONE))
        messages.success(request, _("Weggehaald. In het verhaal staat een knop om het terug te zetten."))
        return redirect(place_of_part(candidate_id, "story"))
    row = queries.part_row(candidate, part, row_id=row_id)
    if row is None:
        return gone(request, candidate, part, row_id, is_typed=request.method == "POST")
    return asked(request, candidate, part, row, "candidates/change_part.html")
