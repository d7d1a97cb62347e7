"""Afspraak: with whom, when and where; and one button for when it does not suit."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.matches.commands import say_it_does_not_suit
from werktop.matches.queries.talks import Talk, talk_for
from werktop.portal.words import frame, span_of
from werktop.regions import queries as regions


def page(request: Any, token: str) -> HttpResponse:
    """GET shows the appointment; POST says that it does not suit."""
    talk = talk_for(request.actor, request.actor.link_about_id)
    refusal = None
    if request.method == "POST":
        try:
            if _state(talk, request.at) == "open":
                say_it_does_not_suit(
                    actor=request.actor, at=request.at, key=request.request_key, follow_up_id=talk.row.pk
                )
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            return redirect(request.path)
    organisation = regions.organisation_by_id(request.actor.organisation_id)
    is_candidate = request.actor.kind == "candidate"
    context = {
        "talk": talk,
        "is_candidate": is_candidate,
        "first_name": (talk.candidate if is_candidate else talk.entrepreneur).first_name,
        "state": _state(talk, request.at),
        "facts": _facts(talk, is_candidate=is_candidate),
        "calendar_url": reverse("portal:follow_up_calendar", kwargs={"token": token}),
        "organisation": organisation,
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return render(request, "portal/follow_up.html", context | frame(organisation), status=status)


def _state(talk: Talk, at: Any) -> str:
    if talk.row.status in ("dropped", "unsuitable"):
        return str(talk.row.status)
    is_over = talk.row.ends_at is not None and at >= talk.row.ends_at
    return "over" if talk.row.status == "held" or is_over else "open"


def _facts(talk: Talk, *, is_candidate: bool) -> list[tuple[str, str, str]]:
    firm = talk.entrepreneur.employer
    whom = f"{talk.name_for_candidate}, {firm.name}" if is_candidate else talk.name_for_entrepreneur
    rows = [("chat", _("Met wie"), whom)]
    if talk.row.starts_at and talk.row.ends_at:
        when = span_of(talk.row.starts_at, talk.row.ends_at, talk.row.gathering.time_zone)
        rows.append(("calendar", _("Wanneer"), when))
    else:
        rows.append(("phone", _("Wanneer"), _("Wij bellen u om een dag en tijd af te spreken.")))
    return [*rows, ("pin", _("Waar"), talk.place)]
