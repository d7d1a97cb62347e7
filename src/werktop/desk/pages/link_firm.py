"""One tap: the firm that a candidate knows is this employer, or not after all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.keys import key_in
from werktop.desk import commands


def page(request: Any, candidate_id: UUID, known_firm_id: UUID) -> HttpResponse:
    """`employer` in the post: the key of the employer that it is; without one it is no longer any."""
    asked = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "candidate_id": candidate_id,
        "known_firm_id": known_firm_id,
    }
    if key := key_in(request.POST.get("employer", "")):
        commands.link_firm(employer_id=key, **asked)
        messages.success(request, _("Gekoppeld."))
    else:
        commands.unlink_firm(**asked)
        messages.success(request, _("Losgemaakt."))
    return redirect(f"{reverse('candidates:candidate', args=[candidate_id])}#network")
