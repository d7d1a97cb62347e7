"""Planning the rounds to come anew, with who is there: first shown, then applied. Rounds that have begun stay."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from werktop.audit.keys import key_in
from werktop.audit.refusals import NotVisible
from werktop.gatherings.commands.seating import apply_proposed_plan, drop_proposed_plan, plan_seats
from werktop.gatherings.commands.tables import hand_over_table
from werktop.gatherings.day_refusals import TapUnclear
from werktop.gatherings.models import GatheringFormat, GatheringStatus
from werktop.gatherings.queries.day import gathering_on_the_day, may_lead
from werktop.gatherings.queries.proposals import somebody_moves
from werktop.gatherings.queries.replan import replan_of
from werktop.gatherings.queries.tables import host_at, spare_hosts_of, tables_with_hosts
from werktop.gatherings.seat_refusals import SeatsDoNotFit

from ..remedies import remedy_of
from ..seat_changes.asking import key_or_nobodys


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """GET shows the proposal; POST makes one, puts it in force (`what` "apply") or throws it away
    ("drop"). `way` is how to go on where entrepreneurs are missing."""
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
            plan_id = apply_proposed_plan(**asked, plan_id=key_or_nobodys(request.POST.get("plan")))
            moves = _("Zeg wie naar een andere tafel gaat.")
            stays = _("Niemand gaat naar een andere tafel.")
            said = moves if somebody_moves(plan_id) else stays
            messages.success(request, " ".join((_("De nieuwe indeling geldt."), said)))
            return redirect("gatherings:day", gathering_id)
        if request.POST.get("what") == "drop":
            drop_proposed_plan(**asked, plan_id=key_or_nobodys(request.POST.get("plan")))
            return redirect("gatherings:day", gathering_id)
        if request.POST.get("what") == "host":
            hand_over_table(**asked, table_id=_key(request, "table"), host_id=_key(request, "host"))
            messages.success(request, _("De tafel heeft een andere tafelhost."))
            return redirect("gatherings:replan", gathering_id)
        way, stands = request.POST.get("way", ""), replan_of(request.actor, gathering)
        if not stands.present or (stands.ways and not way):
            # nobody is planned past what is missing: this page has what can be done
            return redirect("gatherings:replan", gathering_id)
        try:
            plan_seats(**asked, is_proposal=True, way=way)
        except SeatsDoNotFit as refusal:
            # this page has what helps: who is not here yet, and a table that closes
            messages.error(request, str(refusal.text))
        return redirect("gatherings:replan", gathering_id)
    found = replan_of(request.actor, gathering)
    request.shown_people.append(("guest", [change.guest_id for change in found.changes]))
    if found.absent_entrepreneurs:
        request.shown_people.append(("guest", [each.guest_id for each in found.absent_entrepreneurs]))
    tables = [t for t in tables_with_hosts(gathering) if not t.is_closed]
    return render(
        request,
        "gatherings/day/replan.html",
        {
            "gathering": gathering,
            "found": found,
            "tables": [(t, host_at(t)) for t in tables if host_at(t)],
            "without_host": [
                t for t in tables if host_at(t) is None and gathering.format != GatheringFormat.SPEED_DATES
            ],
            "spare_hosts": spare_hosts_of(gathering),
            "is_running": gathering.status == GatheringStatus.RUNNING,
            "is_empty": gathering.status == GatheringStatus.RUNNING and not found.present,
            "has_rounds_left": found.begun < gathering.rounds,
            "shortages": [
                (each, [remedy_of(gathering.pk, r) for r in each.remedies if not r.tables])
                for each in found.shortages
            ],
        },
    )


def _key(request: Any, name: str) -> UUID:
    if (key := key_in(request.POST.get(name))) is None:
        raise TapUnclear()
    return key
