"""A firm that the candidate named goes out of the own network, or back into it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.candidates import commands


def page(request: Any, row_id: UUID) -> HttpResponse:
    """Back to the list, where the last one that went can be put back."""
    who = {"actor": request.actor, "at": request.at, "key": request.request_key}
    if "put_back" in request.POST:
        commands.put_firm_back(**who, candidate_id=request.actor.id, row_id=row_id)
        messages.success(request, _("Het bedrijf staat er weer."))
        return redirect("portal:firms")
    commands.unname_firm(**who, candidate_id=request.actor.id, row_id=row_id)
    return redirect(f"{reverse('portal:firms')}?weg={row_id}")
