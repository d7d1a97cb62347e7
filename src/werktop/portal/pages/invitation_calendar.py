"""The calendar file of an invitation: the same event as the one that was mailed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.gatherings.queries.invitation import invitation_for
from werktop.post import calendar
from werktop.post import queries as post


def page(request: Any, token: str) -> HttpResponse:
    """The latest version that went out to this guest, or else one made from the facts."""
    found = invitation_for(request.actor)
    gathering, organisation = found.gathering, found.gathering.organisation
    text = post.latest_calendar(
        about_kind="gathering", about_id=gathering.pk, to_id=request.actor.id, at=request.at
    ) or calendar.event(
        uid=f"{gathering.pk}@werktop",
        sequence=calendar.sequence_of(made_at=request.at, first_at=gathering.created_at),
        made_at=request.at,
        title=_("Bijeenkomst"),
        starts_at=gathering.starts_at,
        ends_at=gathering.ends_at,
        time_zone=gathering.time_zone,
        place=f"{gathering.place_name}, {gathering.address}",
        description="",
        organiser_name=organisation.name,
        organiser_email=organisation.email,
        is_cancelled=found.is_cancelled,
    )
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="gesprek.ics"', "Cache-Control": "no-store"},
    )
