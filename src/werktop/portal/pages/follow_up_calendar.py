"""The calendar file of an appointment: the same event as the one that was mailed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible
from werktop.matches.queries.own_talk import agreed_hour, state_for
from werktop.matches.queries.talks import talk_for
from werktop.post import calendar
from werktop.post import queries as post
from werktop.regions import queries as regions


def page(request: Any, token: str) -> HttpResponse:
    """The latest version that went out to this person, or else one made from the facts; none without a moment."""
    talk = talk_for(request.actor, request.actor.link_about_id)
    row = talk.row
    starts_at, ends_at = agreed_hour(row)
    state = state_for(row, request.actor.kind, request.at)
    if starts_at is None or ends_at is None or state == "none":
        raise NotVisible()
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    text = post.latest_calendar(
        about_kind="follow_up", about_id=row.pk, to_id=request.actor.id, at=request.at
    ) or calendar.event(
        uid=f"{row.pk}@werktop",
        sequence=calendar.sequence_of(made_at=request.at, first_at=row.made_at),
        made_at=request.at,
        title=_("Gesprek"),
        starts_at=starts_at,
        ends_at=ends_at,
        time_zone=row.gathering.time_zone,
        place=talk.place,
        description="",
        organiser_name=organisation.name,
        organiser_email=organisation.email,
        is_cancelled=state in ("dropped", "unsuitable", "declined", "not_held"),
    )
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="afspraak.ics"', "Cache-Control": "no-store"},
    )
