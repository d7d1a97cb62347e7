"""One message in the mailbox of demo and tests, with links that work."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.refusals import NotVisible
from werktop.post import queries


def page(request: Any, message_id: UUID) -> HttpResponse:
    """What the receiver sees."""
    if not settings.HAS_MAILBOX_PAGE:
        raise NotVisible()
    message = queries.message_for(request.actor, message_id)
    request.shown_people.append((message.to_kind, [message.to_id]))
    return render(request, "post/mailbox_message.html", {"message": message})
