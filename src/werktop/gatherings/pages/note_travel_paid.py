"""One tap: the journeys of all who stand there unpaid are paid; and one that takes back just that."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from werktop.audit.keys import every_key_in
from werktop.audit.refusals import NotVisible

from ..commands.arranging import note_travel_paid
from .ticks import LONGEST, packed


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """Note it of the guests that the form showed (`paid=no` takes it back), and go back to them: the address says whom, so that
    the page can offer to take it back; of more than it holds, each is taken back by itself."""
    is_paid = request.POST.get("paid") != "no"
    if (guest_ids := every_key_in(request.POST.getlist("guest"))) is None:
        raise NotVisible()
    note_travel_paid(
        actor=request.actor,
        at=request.at,
        key=request.request_key,
        gathering_id=gathering_id,
        guest_ids=guest_ids,
        is_paid=is_paid,
    )
    address = reverse("gatherings:gathering", args=[gathering_id])
    to_take_back = f"{address}?paid={packed(guest_ids)}"
    if is_paid and len(to_take_back) <= LONGEST:
        address = to_take_back
    return redirect(f"{address}#to-arrange")
