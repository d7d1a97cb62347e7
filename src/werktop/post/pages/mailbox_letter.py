"""A letter in the mailbox of demo and tests, as it comes from the printer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone

from werktop.audit.refusals import NotVisible
from werktop.post import queries
from werktop.post.letters import pdf_of
from werktop.post.models import Channel


def page(request: Any, message_id: UUID) -> HttpResponse:
    """One letter as PDF."""
    message = queries.message_for(request.actor, message_id)
    if not settings.HAS_MAILBOX_PAGE or message.channel != Channel.LETTER:
        raise NotVisible()
    request.shown_people.append((message.to_kind, [message.to_id]))
    pdf = pdf_of(
        [message],
        viewer=request.actor,
        on_date=timezone.localdate(message.sent_at or message.created_at),
    )
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="brief.pdf"', "Cache-Control": "no-store"},
    )
