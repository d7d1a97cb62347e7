"""A guest comes off the list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..commands.guests import remove_guest


def page(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """Remove and go back to the list."""
    remove_guest(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        guest_id=guest_id,
    )
    messages.success(request, _("Deze gast staat niet meer op de lijst."))
    return redirect("gatherings:guests", gathering_id=gathering_id)
