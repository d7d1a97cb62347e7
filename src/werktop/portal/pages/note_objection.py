"""Bezwaar of a candidate who told it to a colleague: by telephone, or at the table."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from werktop.candidates import queries as candidates
from werktop.portal.objecting import choices_told, said


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """The same choices, and the same effect at once."""
    candidate = candidates.candidate_for(request.actor, candidate_id)
    if request.method == "POST":
        messages.success(request, said(request, candidate.pk))
        return redirect("portal:note_objection", candidate_id=candidate_id)
    facts = {"candidate": candidate, "choices": choices_told(candidate)}
    return render(request, "portal/note_objection.html", facts)
