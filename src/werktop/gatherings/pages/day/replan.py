"""Planning the rounds to come anew, with who is there: first shown, then applied. Rounds that have begun stay."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.refusals import NotVisible
from werktop.gatherings.commands.seat_rules import close_tables
from werktop.gatherings.commands.seating import apply_proposed_plan, drop_proposed_plan, plan_seats
from werktop.gatherings.models import GatheringStatus
from werktop.gatherings.queries.day import gathering_on_the_day, may_lead
from werktop.gatherings.queries.replan import replan_of
from werktop.gatherings.seat_refusals import SeatsDoNotFit

from ..remedies import remedy_of


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """GET shows the proposal; POST makes one, puts it in force (`what` "apply") throws it away ("drop"), or
    closes tables first ("close")."""
    gathering = gathering_on_the_day(request.actor, gathering_id)
    if not may_lead(request.actor, gathering):
        raise NotVisible()
    if request.method == "POST":
        asked = {
            "actor": request.actor,
            "at": request.at,
            "key": request.request_key,
            "gathering_id": gathering_id,
        }
        if request.POST.get("what") == "apply":
            apply_proposed_plan(**asked)
            messages.success(request, _("De nieuwe indeling geldt. Zeg wie naar een andere tafel gaat."))
            return redirect("gatherings:day", gathering_id)
        if request.POST.get("what") == "drop":
            drop_proposed_plan(**asked)
            return redirect("gatherings:day", gathering_id)
        if request.POST.get("what") == "close":
            tables, chairs = (_whole(request.POST.get(name, "")) for name in ("tables", "chairs"))
            close_tables(**asked, count=tables, more_chairs=chairs)
            asked.pop("key")  # one key for one command: planning anew changes nothing that stands
        try:
            plan_seats(**asked, is_proposal=True)
        except SeatsDoNotFit as refusal:
            # this page has what helps: who is not here yet, and a table that closes
            messages.error(request, str(refusal.text))
        return redirect("gatherings:replan", gathering_id)
    found = replan_of(request.actor, gathering)
    request.shown_people.append(("guest", [change.guest_id for change in found.changes]))
    if found.absent_entrepreneurs:
        request.shown_people.append(("guest", [each.guest_id for each in found.absent_entrepreneurs]))
    return render(
        request,
        "gatherings/day/replan.html",
        {
            "gathering": gathering,
            "found": found,
            "is_running": gathering.status == GatheringStatus.RUNNING,
            "has_rounds_left": found.begun < gathering.rounds,
            "shortages": [
                (each, [remedy_of(gathering.pk, r) for r in each.remedies if r.tables])
                for each in found.shortages
            ],
        },
    )


def _whole(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 4 else 0
