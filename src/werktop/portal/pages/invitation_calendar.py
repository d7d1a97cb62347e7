"""The calendar file of an invitation: the same event as the one that was mailed, as it stands now."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from werktop.gatherings.messages import calendar_of
from werktop.gatherings.queries.invitation import invitation_for
from werktop.regions import queries as regions


def page(request: Any, token: str = "") -> HttpResponse:
    """Made from the facts, whatever went out by which way: it takes the place of an earlier version."""
    found = invitation_for(request.actor)
    organisation = regions.organisation_by_id(found.guest.organisation_id)
    text = calendar_of(found.gathering, organisation, request.at, is_cancelled=found.is_cancelled)
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="gesprek.ics"', "Cache-Control": "no-store"},
    )
