"""One message in the mailbox of demo and tests, with links that work."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.refusals import NotVisible
from werktop.post import queries

OWN_HOST = re.compile(r"http://localhost(?::\d+)?/")


def page(request: Any, message_id: UUID) -> HttpResponse:
    """What the receiver sees."""
    if not settings.HAS_MAILBOX_PAGE:
        raise NotVisible()
    message = queries.message_for(request.actor, message_id)
    request.shown_people.append((message.to_kind, [message.to_id]))
    # a demo may run on another port than the one its messages were written on
    body = OWN_HOST.sub(request.build_absolute_uri("/"), message.body)
    return render(request, "post/mailbox_message.html", {"message": message, "body": body})
