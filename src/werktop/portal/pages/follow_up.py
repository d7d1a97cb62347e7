"""Afspraak: with whom, when and where; one button for another moment, one for no talk; each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.candidates import queries as candidates
from werktop.matches.commands import decline_talk, say_it_does_not_suit, take_back_calling_off
from werktop.matches.queries.guests_talks import caller_about_a_moment, caller_after
from werktop.matches.queries.own_talk import (
    TAKE_BACK,
    agreed_hour,
    can_take_back,
    is_called_off_by,
    state_for,
)
from werktop.matches.queries.talks import Talk, talk_for
from werktop.portal.words import clock_time, frame_for
from werktop.portal.words_about_talks import facts_of

ANSWERS: dict[str, Callable[..., Any]] = {
    "unsuitable": say_it_does_not_suit,
    "declined": decline_talk,
    "undo": take_back_calling_off,
}


def page(request: Any, token: str) -> HttpResponse:
    """GET shows the appointment; POST says that the moment does not suit, that the talk does not, or takes that back."""
    return shown(request, reverse("portal:follow_up_calendar", kwargs={"token": token}))


def shown(request: Any, calendar_url: str) -> HttpResponse:
    """The appointment that the actor's link, or own page, is about."""
    talk = talk_for(request.actor, request.actor.link_about_id)
    refusal = None
    if request.method == "POST":
        try:
            _record(request, talk)
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            return redirect(request.path)
    is_candidate = request.actor.kind == "candidate"
    # whoever wrote: of an entrepreneur the organisation that holds the gathering, which need not answer for the firm
    organisation = talk.callers[0 if is_candidate else 1][0]
    own = talk.candidate if is_candidate else talk.entrepreneur
    state = state_for(talk.row, request.actor.kind, request.at)
    starts_at, _ends_at = agreed_hour(talk.row)
    caller, call_by = _caller(talk, request.actor.kind, state)
    about = "" if is_candidate or state != "open" else _about(request, talk)
    can_undo = can_take_back(talk.row, by=request.actor.kind, at=request.at)
    context = {
        "has_hour": starts_at is not None,
        "is_candidate": is_candidate,
        "first_name": own.first_name,
        "has_phone": bool(own.phone),
        "is_by_me": is_called_off_by(talk.row, request.actor.kind),
        "undo_until": clock_time(talk.row.called_off_at + TAKE_BACK, talk.row.gathering.time_zone)
        if can_undo and talk.row.called_off_at
        else "",
        "state": state,
        "caller": caller,
        "call_by": date_format(call_by, "l j F") if call_by else "",
        "facts": facts_of(talk, is_candidate=is_candidate, has_phone=bool(own.phone), is_open=state == "open")
        if state != "none"
        else [],
        "calendar_url": calendar_url,
        "about": about,
        "other_name": talk.name_for_candidate if is_candidate else talk.name_for_entrepreneur,
        "organisation": organisation,
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return render(request, "portal/follow_up.html", context | frame_for(request, organisation), status=status)


def _about(request: Any, talk: Talk) -> str:
    """What the candidate approved that employers read, word for word; "" where there is nothing."""
    words = candidates.read_by_employers([talk.candidate.pk]).get(talk.candidate.pk, "")
    if words:
        request.shown_people.append(("candidate", [talk.candidate.pk]))
    return words


def _record(request: Any, talk: Talk) -> None:
    answer = request.POST.get("answer", "")
    if answer not in ANSWERS:
        raise Refusal(_("Dit formulier klopt niet. Laad de pagina opnieuw."))
    side = request.actor.kind
    # who did not call it off has nothing to take back, and does not learn here that there is something
    is_possible = (
        is_called_off_by(talk.row, side)
        if answer == "undo"
        else state_for(talk.row, side, request.at) == "open"
    )
    if is_possible:
        ANSWERS[answer](actor=request.actor, at=request.at, key=request.request_key, follow_up_id=talk.row.pk)


def _caller(talk: Talk, side: str, state: str) -> tuple[str, date | None]:
    """Who calls or writes this side next, by name, "" where nobody does; and by which day, where one was told."""
    if state == "unsuitable":
        # a next hour that waits to be sent needs no call
        if talk.row.starts_at is not None:
            return "", None
        return caller_about_a_moment(talk, side), None
    if side == "candidate" and state in ("not_held", "declined"):
        caller, call_by = caller_after(talk)
        return caller or (talk.row.organisation.name if state == "declined" else ""), call_by
    return "", None
