"""A colleague read what the candidate wrote on the own page, or dealt with an objection."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.keys import keys_in
from werktop.candidates import commands


def page(request: Any, candidate_id: UUID) -> HttpResponse:
    """What stood there when the page was opened is read; what came since waits on."""
    commands.note_own_read(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=candidate_id,
        writing_ids=keys_in(request.POST.getlist("wrote")),
    )
    messages.success(request, _("Genoteerd. Dit staat niet meer op Vandaag."))
    return redirect(f"{reverse('candidates:candidate', args=[candidate_id])}#own-page")
