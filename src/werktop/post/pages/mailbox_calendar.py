"""The calendar file of a message in the mailbox of demo and tests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from werktop.audit.refusals import NotVisible
from werktop.post import queries


def page(request: Any, message_id: UUID) -> HttpResponse:
    """The file as it was laid in the message."""
    message = queries.message_for(request.actor, message_id)
    if not settings.HAS_MAILBOX_PAGE or not message.calendar:
        raise NotVisible()
    request.shown_people.append((message.to_kind, [message.to_id]))
    return HttpResponse(
        message.calendar,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="afspraak.ics"'},
    )
