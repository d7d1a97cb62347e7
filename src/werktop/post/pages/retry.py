"""Trying one message again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.post.commands import retry_message


def page(request: Any, message_id: UUID) -> HttpResponse:
    """Back to the outbox afterwards."""
    retry_message(actor=request.actor, at=request.at, key=request.request_key, message_id=message_id)
    messages.success(request, _("We proberen dit bericht nu opnieuw."))
    return redirect("post:outbox", permanent=False)
