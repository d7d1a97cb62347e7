"""One tap: two files that were brought together are two again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates import commands


def page(request: Any, candidate_id: UUID, merge_id: UUID) -> HttpResponse:
    """To the file that is back, where one can bring the two together again; what cannot be undone any more says so on the page."""
    back_id = commands.take_apart_candidates(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=candidate_id,
        merge_id=merge_id,
    )
    messages.success(
        request,
        _(
            "Het zijn weer twee dossiers. Wat na het samenvoegen is genoteerd, staat bij het andere. Kijk bij allebei na: mogen "
            "andere organisaties hen vinden, is de tekst voor werkgevers goedgekeurd, en is een eigen inlog nog gekoppeld? Wie "
            "intussen nee zei, deed dat nu voor beide. Las of kreeg iemand intussen iets van de ander? Meld het meteen bij de "
            "functionaris gegevensbescherming."
        ),
    )
    return redirect(f"{reverse('candidates:candidate', args=[back_id])}?losgemaakt={candidate_id}")
