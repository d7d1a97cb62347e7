"""One tap: this guest was called, and knows that the gathering does not go on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ..commands.calling import note_called


def page(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """Note it (`called=no` takes it back) and go back to the list of calls."""
    note_called(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        guest_id=guest_id,
        is_called=request.POST.get("called") != "no",
        about=request.POST.get("about"),
    )
    return redirect(reverse("gatherings:gathering", args=[gathering_id]) + "#calls")
