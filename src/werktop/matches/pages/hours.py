"""When an entrepreneur can talk on, noted by a colleague: hours to tick, and how many talks at most."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal, shown_again
from werktop.employers import queries as employers
from werktop.gatherings.queries.day import gathering_at_the_door
from werktop.gatherings.queries.talks import capacity_of, guest_of_holder

from ..commands import note_hours
from ..hours import Typed
from ..queries.hours import days_to_tick, entrepreneurs_with_hours

MOST_TALKS = range(6)


def page(request: HttpRequest, gathering_id: UUID, entrepreneur_id: UUID) -> HttpResponse:
    """Show the hours; a POST keeps what was ticked or unticked in them, whatever came or went meanwhile."""
    gathering = gathering_at_the_door(request.actor, gathering_id, request.at)
    guest = guest_of_holder(gathering_id, "entrepreneur", entrepreneur_id)
    typed, refusal = None, None
    if request.method == "POST":
        typed = Typed.of(request.POST)
        try:
            note_hours(
                actor=request.actor,
                at=request.at,
                key=request.request_key,
                gathering_id=gathering_id,
                entrepreneur_id=entrepreneur_id,
                blocks=typed.blocks(),
                shown=typed.shown(),
                most_talks=typed.other_most(),
            )
        except Refusal as said:
            refusal = shown_again(request, said)
        else:
            messages.success(request, _("Genoteerd."))
            return redirect("matches:hours_of_all", gathering_id=gathering_id)
    return render(
        request,
        "matches/hours.html",
        {
            "gathering": gathering,
            "entrepreneur": employers.entrepreneurs_by_id([entrepreneur_id])[entrepreneur_id],
            "days": days_to_tick(gathering, entrepreneur_id, typed, at=request.at),
            "most_talks": MOST_TALKS,
            "most_now": capacity_of(guest) if typed is None or typed.most() is None else typed.most(),
            "most_was": capacity_of(guest),
            "refusal": refusal,
        },
        status=refusal.status if refusal else 200,
    )


def of_all(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """The entrepreneurs of a gathering, each with how many free hours there are."""
    gathering = gathering_at_the_door(request.actor, gathering_id, request.at)
    rows = entrepreneurs_with_hours(gathering_id)
    return render(request, "matches/hours_of_all.html", {"gathering": gathering, "rows": rows})
