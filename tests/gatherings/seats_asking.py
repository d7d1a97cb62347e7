"""How tests ask the page of the seats."""

from __future__ import annotations

import html
from uuid import uuid4

from django.urls import reverse
from tests.gatherings.seating import hall_of_guests

from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.models import Seat, SeatPlan


def address(made, name="seats"):
    return reverse(f"gatherings:{name}", args=[made.gathering.pk])


def shown(response) -> str:
    assert response.status_code == 200, response.content[:500]
    return html.unescape(response.content.decode())


def post(client, made, name="seats", **typed):
    """Post, and open the page it leads back to."""
    answer = client.post(
        address(made, name),
        {"request_key": str(uuid4())} | typed,
        headers={"referer": "http://testserver" + address(made)},
    )
    assert answer.status_code in (302, 303), answer.content[:500]
    return client.get(answer["Location"])


def planned(cast, at, *sizes, **fields):
    made = hall_of_guests(cast.own, *(sizes or (7, 4, 2)), **fields)
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=2000)
    return made


def in_force(made):
    return SeatPlan.objects.get(gathering=made.gathering, state="in_force")


def table_of(made, guest, number=1):
    return Seat.objects.get(plan=in_force(made), guest=guest, round=number).table
