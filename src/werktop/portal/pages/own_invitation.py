"""An invitation on the own page: the same page that a link in a message opens."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from werktop.audit.refusals import NotVisible
from werktop.gatherings.queries.own import is_invited

from .invitation import shown


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """For who was invited; who only stands on a list learns nothing of it."""
    if not is_invited(request.actor, gathering_id):
        raise NotVisible()
    return shown(request, reverse("portal:own_invitation_calendar", args=[gathering_id]))
