"""Close tables, open one, or add chairs; then plan anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from werktop.audit.refusals import Refusal
from werktop.gatherings.commands.seat_rules import add_chairs, close_tables, open_table
from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.queries.gatherings import gathering_for
from werktop.gatherings.queries.table import is_seated

from .asking import asked_of, back_to_seats, key_or_nobodys, number_in


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Close tables, open one, or add chairs; then plan anew."""
    asked = asked_of(request, gathering_id)
    had_plan = is_seated(gathering_for(request.actor, gathering_id))
    if request.POST.get("open"):
        open_table(**asked, table_id=key_or_nobodys(request.POST["open"]))
        done = _("De tafel is weer open.")
    elif number_in(request, "tables"):
        close_tables(**asked, count=number_in(request, "tables"), more_chairs=number_in(request, "chairs"))
        done = _("Gesloten.")
    else:
        add_chairs(**asked, chairs=number_in(request, "chairs") or 1)
        done = _("De stoelen staan erbij.")
    try:
        plan_seats(
            actor=request.actor,
            at=request.at,
            gathering_id=gathering_id,
            seed=request.request_key.int % 1_000_000,
        )
        planned = _("De stoelen zijn opnieuw ingedeeld.") if had_plan else _("De stoelen zijn ingedeeld.")
        messages.success(request, f"{done} {planned}")
    except Refusal as refusal:
        # the tables have changed all the same; what is still missing is said
        messages.warning(request, f"{done} {refusal.text}")
    return back_to_seats(gathering_id)
