"""At the door: a guest of the list is let in, a badge is scanned, and who is not on the list comes in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.keys import key_in
from werktop.gatherings.commands import day as commands
from werktop.gatherings.commands.late_guests import seat_late_guest
from werktop.gatherings.commands.walk_ins import let_walk_in
from werktop.gatherings.day_refusals import TapUnclear
from werktop.gatherings.models import GatheringStatus
from werktop.gatherings.queries.day import (
    door,
    door_state,
    gathering_at_the_door,
    guest_by_badge,
    person_of,
    table_of,
)
from werktop.gatherings.queries.rounds import clock_face
from werktop.ui.addresses import came_from
from werktop.ui.typed import whole_number

STEPS: dict[str, Callable[..., Any]] = {
    "here": commands.check_in,
    "not_here": commands.undo_check_in,
    "late": commands.expect_late,
    "not_late": lambda **asked: commands.expect_late(is_late=False, **asked),
    "was_here": commands.confirm_was_here,
    "was_not_here": lambda **asked: commands.confirm_was_here(is_here=False, **asked),
    "left": commands.note_left_early,
    "not_left": lambda **asked: commands.note_left_early(is_left=False, **asked),
}


def guest(request: Any, gathering_id: UUID, guest_id: UUID) -> HttpResponse:
    """One tap at the door: `what` is one of `STEPS`."""
    gathering_at_the_door(request.actor, gathering_id, request.at)
    asked = {"actor": request.actor, "at": request.at, "key": request.request_key, "guest_id": guest_id}
    what, step = request.POST.get("what", ""), STEPS.get(request.POST.get("what", ""))
    table_number = whole_number(what.removeprefix("table-")) if what.startswith("table-") else 0
    if table_number:
        seat_late_guest(**asked, table_number=table_number)
    elif step is None:
        raise TapUnclear()
    else:
        step(**asked)
    if request.POST.get("back") == "badge":
        return redirect(came_from(request) or reverse("gatherings:day", args=[gathering_id]))
    if request.POST.get("back") == "replan":
        return redirect("gatherings:replan", gathering_id)
    words = request.POST.get("q", "")
    # on with the next guest: the search starts anew after somebody was let in
    query = f"?q={words}" if words and request.POST.get("what") not in ("here", "left") else ""
    return redirect(reverse("gatherings:day", args=[gathering_id]) + query)


def walk_in(request: Any, gathering_id: UUID) -> HttpResponse:
    """Somebody who is not on the guest list is let in."""
    gathering_at_the_door(request.actor, gathering_id, request.at)
    if (person_id := key_in(request.POST.get("person"))) is None:
        raise TapUnclear()
    let_walk_in(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        kind=request.POST.get("kind", ""),
        person_id=person_id,
    )
    messages.success(request, _("Staat op de gastenlijst en is binnen. Geef zo nog een stoel."))
    return redirect("gatherings:day", gathering_id)


def badge(request: Any, badge: str) -> HttpResponse:
    """What the code on a badge opens: whose it is and where they sit; one tap lets them in. A GET changes nothing."""
    gathering, found = guest_by_badge(request.actor, badge, request.at)
    kind, person_id = person_of(found)
    request.shown_people.append((kind, [person_id]))
    face = clock_face(gathering)
    # among all guests, so that a namesake gets the same letters as on the list
    line = next((each for each in door(request.actor, gathering, face) if each.id == found.pk), None)
    return render(
        request,
        "gatherings/day/badge.html",
        {
            "gathering": gathering,
            "guest": found,
            "name": line.name if line else _("een gast"),
            "firm": line.firm if line else "",
            "state": door_state(found),
            "table": table_of(found, face.seated_round),
            "round_number": face.seated_round,
            "is_running": gathering.status == GatheringStatus.RUNNING,
        },
    )
