"""The calendar file of an invitation, from the own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from werktop.audit.refusals import NotVisible
from werktop.gatherings.queries.own import is_invited

from . import invitation_calendar


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The same file that a link in a message gives."""
    if not is_invited(request.actor, gathering_id):
        raise NotVisible()
    return invitation_calendar.page(request)
