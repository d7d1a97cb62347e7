"""One tap: these are two people. Nobody asks again, until somebody says that one may."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates import commands


def page(request: Any, candidate_id: UUID, other_id: UUID) -> HttpResponse:
    """Back to the list of likely doubles, where the last answer can be taken back."""
    is_apart = request.POST.get("look_again") != "1"
    commands.tell_candidates_apart(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=candidate_id,
        other_ids=[other_id],
        is_apart=is_apart,
    )
    if is_apart:
        return redirect(f"{reverse('candidates:doubles')}?twee={candidate_id}.{other_id}")
    messages.success(request, _("Dit paar staat weer in de lijst."))
    return redirect("candidates:doubles")
