"""Putting a list away without taking it over."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.exchange import commands, queries
from werktop.exchange.models import UploadState


def page(request: Any, upload_id: UUID) -> HttpResponse:
    """Back to the start; nothing of the list is kept. When a colleague was first: to what came of it."""
    known = queries.upload_for(request.actor, upload_id, at=request.at, with_rows=False)
    try:
        commands.withdraw_upload(
            actor=request.actor, at=request.at, key=request.request_key, upload_id=upload_id
        )
    except commands.ListMovedOn as refusal:
        messages.warning(request, refusal.text)
        return redirect("exchange:upload", upload_id=upload_id)
    if known.state == UploadState.STOPPED:
        messages.success(request, _("De rest is weggelegd. Wat al overgenomen was, blijft."))
        return redirect("exchange:upload", upload_id=upload_id)
    messages.success(request, _("De lijst is weggelegd. Er is niets overgenomen."))
    return redirect("exchange:uploads")
