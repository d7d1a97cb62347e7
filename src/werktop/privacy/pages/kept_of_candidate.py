"""All that is kept of a candidate, to print and hand over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from werktop.candidates import queries as candidates

from ..paper import shown


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """For who works with candidates of the own organisation."""
    candidate = candidates.candidate_for(request.actor, candidate_id)
    back_url = reverse("candidates:candidate", args=[candidate.pk])
    return shown(request, candidate, back_url=back_url, back_words=candidate.name)
