"""The calendar file of an appointment: the same event as the one that was mailed, as it stands now."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from werktop.audit.refusals import NotVisible
from werktop.matches.calendar_files import calendar_of
from werktop.matches.queries.own_talk import agreed_hour, state_for
from werktop.matches.queries.talks import talk_for

OFF = ("dropped", "unsuitable", "declined", "not_held")


def page(request: Any, token: str = "") -> HttpResponse:
    """Made from what this side knows, whatever went out by which way: it takes the place of an earlier version. None
    without a moment."""
    talk = talk_for(request.actor, request.actor.link_about_id)
    state = state_for(talk.row, request.actor.kind, request.at)
    organisation = talk.callers[0 if request.actor.kind == "candidate" else 1][0]
    zone, is_off = talk.row.gathering.time_zone, state in OFF
    text = calendar_of(talk, agreed_hour(talk.row), organisation, request.at, zone, is_cancelled=is_off)
    if not text or state == "none":
        raise NotVisible()
    return HttpResponse(
        text,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="afspraak.ics"', "Cache-Control": "no-store"},
    )
