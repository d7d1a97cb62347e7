"""All that is kept of a candidate, to print and hand over."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werktop.candidates import queries as candidates

from ..paper import shown


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """For who works with this person; a colleague says first why it has to be read."""
    candidate = candidates.candidate_for(request.actor, candidate_id)
    if not candidates.can_see_needs(request.actor, candidate, request.at):
        # half of it would be no answer to who asks for all
        return redirect(
            f"{reverse('candidates:open_needs', args=[candidate.pk])}?{urlencode({'next': request.path})}"
        )
    back_url = reverse("candidates:candidate", args=[candidate.pk])
    return shown(request, candidate, back_url=back_url, back_words=candidate.name)
