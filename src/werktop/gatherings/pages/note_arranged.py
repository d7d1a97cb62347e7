"""One tap: something that this guest needs is arranged."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ..commands.arranging import note_arranged


def page(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """Note it (`arranged=no` takes it back) and go back to what is to be arranged."""
    note_arranged(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        guest_id=guest_id,
        need=request.POST.get("need", ""),
        is_arranged=request.POST.get("arranged") != "no",
    )
    return redirect(reverse("gatherings:gathering", args=[gathering_id]) + "#to-arrange")
