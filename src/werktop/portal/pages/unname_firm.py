"""A firm that the candidate named goes out of the own network."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.candidates import commands


def page(request: Any, row_id: UUID) -> HttpResponse:
    """Back to the list."""
    commands.unname_firm(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        candidate_id=request.actor.id,
        row_id=row_id,
    )
    messages.success(request, _("Weggehaald."))
    return redirect("portal:firms")
