"""An invitation on the own page, of a candidate and of an entrepreneur: the same page that a link in a message opens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from werktop.audit.refusals import NotVisible
from werktop.gatherings.queries.own import is_invited

from .invitation import shown

CALENDARS = {"candidate": "own_invitation_calendar", "entrepreneur": "firm_invitation_calendar"}


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """For who was invited; who only stands on a list learns nothing of it."""
    if not is_invited(request.actor, gathering_id):
        raise NotVisible()
    name = CALENDARS[request.actor.kind]
    return shown(request, reverse(f"portal:{name}", args=[gathering_id]))
