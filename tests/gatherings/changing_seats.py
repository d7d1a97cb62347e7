"""How tests change seats."""

from __future__ import annotations

from tests.gatherings.seating import hall_of_guests

from werktop.gatherings.commands.seating import plan_seats
from werktop.gatherings.commands.seats import move_guest, swap_guests
from werktop.gatherings.models import SeatPlan, Table


def planned(cast, at, *sizes, **fields):
    made = hall_of_guests(cast.own, *(sizes or (7, 4, 2)), **fields)
    plan_seats(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, steps=2000)
    return made


def in_force(made) -> SeatPlan:
    return SeatPlan.objects.get(gathering=made.gathering, state=SeatPlan.State.IN_FORCE)


def seats(made) -> dict:
    return {(r, g): t for r, g, t in in_force(made).seats.values_list("round", "guest_id", "table_id")}


def elsewhere(made, guest, number=1):
    here = seats(made)[number, guest.pk]
    return Table.objects.filter(gathering=made.gathering).exclude(pk=here).order_by("number").first()


def someone_elsewhere(made, guest, number=1):
    here = seats(made)[number, guest.pk]
    same = made.candidates if guest in made.candidates else made.entrepreneurs
    return next(g for g in same if seats(made)[number, g.pk] != here)


def ask(cast, at, made, **other):
    return {"actor": cast.own.actor(), "at": at, "gathering_id": made.gathering.pk} | other


def move(cast, at, made, guest, table, **other):
    asked = {"guest_id": guest.pk, "round_number": 1, "table_id": table.pk, "version": in_force(made).version}
    return move_guest(**ask(cast, at, made, **asked) | other)


def swap(cast, at, made, guest, with_guest, **other):
    asked = {
        "guest_id": guest.pk,
        "other_guest_id": with_guest.pk,
        "round_number": 1,
        "version": in_force(made).version,
    }
    return swap_guests(**ask(cast, at, made, **asked) | other)
