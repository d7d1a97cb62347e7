"""Noting something new in the picture: one small form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from werktop.candidates import queries

from .one_part import asked, candidate_of_part


def page(request: Any, candidate_id: UUID, part: str) -> HttpResponse:
    """An empty form; of what is there once, the form of what is there. An occupation is named in the form of the wish."""
    candidate = candidate_of_part(request, candidate_id, part)
    if part == "occupation":
        return redirect("candidates:note_part", candidate_id, "wish")
    row = queries.part_row(candidate, part)
    return asked(request, candidate, part, row, "candidates/note_part.html")
