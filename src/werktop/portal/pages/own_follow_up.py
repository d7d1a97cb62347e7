"""An appointment on the own page: the same page that a link in a message opens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from .follow_up import shown


def page(request: Any, follow_up_id: UUID) -> HttpResponse:
    """For the candidate who has it."""
    return shown(request, reverse("portal:own_follow_up_calendar", args=[follow_up_id]))
