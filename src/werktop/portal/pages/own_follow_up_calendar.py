"""The calendar file of an appointment, from the own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from . import follow_up_calendar


def page(request: Any, follow_up_id: UUID) -> HttpResponse:
    """The same file that a link in a message gives."""
    return follow_up_calendar.page(request)
