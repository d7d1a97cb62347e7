"""Stopping a long list halfway."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from werktop.exchange import commands


def page(request: Any, upload_id: UUID) -> HttpResponse:
    """Back to the list, which says what came in and what did not. Who comes too late reads how it is now."""
    try:
        commands.stop_taking(actor=request.actor, at=request.at, key=request.request_key, upload_id=upload_id)
    except commands.ListMovedOn as refusal:
        messages.warning(request, refusal.text)
    return redirect("exchange:upload", upload_id=upload_id)
