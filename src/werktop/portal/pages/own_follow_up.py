"""An appointment on the own page, of a candidate and of an entrepreneur: the same page that a link in a message opens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from .follow_up import shown

CALENDARS = {"candidate": "own_follow_up_calendar", "entrepreneur": "firm_follow_up_calendar"}


def page(request: Any, follow_up_id: UUID) -> HttpResponse:
    """For the one of the two whose page it is."""
    name = CALENDARS[request.actor.kind]
    return shown(request, reverse(f"portal:{name}", args=[follow_up_id]))
