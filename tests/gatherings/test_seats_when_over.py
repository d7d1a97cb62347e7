"""The seats of a gathering that is over, or called off, stay as they are: nothing changes them any more."""

from __future__ import annotations

from uuid import uuid4

import pytest
from tests.gatherings.day_making import running_day

from werktop.gatherings.commands import seat_rules, seating, seats
from werktop.gatherings.models import Gathering, PairRule, Pin, Seat, SeatPlan, Table
from werktop.gatherings.refusals import GatheringIsCancelled, GatheringIsOver

pytestmark = pytest.mark.django_db
OVER = [("finished", GatheringIsOver), ("cancelled", GatheringIsCancelled)]
CHANGES = {
    "plan": lambda asked, _day: seating.plan_seats(**asked, steps=200),
    "apply": lambda asked, _day: seating.apply_proposed_plan(**asked, plan_id=uuid4()),
    "drop": lambda asked, _day: seating.drop_proposed_plan(**asked, plan_id=uuid4()),
    "close": lambda asked, _day: seat_rules.close_tables(**asked),
    "open": lambda asked, day: seat_rules.open_table(**asked, table_id=day.tables[1].pk),
    "chairs": lambda asked, _day: seat_rules.add_chairs(**asked),
    "pin": lambda asked, day: seat_rules.pin_guest(**asked, **one(day), round_number=2),
    "unpin": lambda asked, day: seat_rules.unpin_guest(**asked, **one(day)),
    "apart": lambda asked, day: seat_rules.add_pair_rule(**asked, kind="apart", **two(day)),
    "rule": lambda asked, _day: seat_rules.remove_pair_rule(**asked, rule_id=uuid4()),
    "move": lambda asked, day: seats.move_guest(
        **asked, **one(day), round_number=2, table_id=day.tables[1].pk, version=1
    ),
    "swap": lambda asked, day: seats.swap_guests(
        **asked, **one(day), other_guest_id=day.guests["Aisha"].pk, round_number=2, version=1
    ),
    "undo": lambda asked, _day: seats.undo_last_change(**asked, version=1),
}


def one(day):
    return {"guest_id": day.guests["Fatima"].pk}


def two(day):
    return {"first_id": day.guests["Fatima"].pk, "second_id": day.guests["Kees"].pk}


def as_it_is():
    return [
        sorted(map(str, kind.objects.values_list()))
        for kind in (SeatPlan, Seat, Pin, PairRule, Table, Gathering)
    ]


@pytest.mark.parametrize(("status", "refusal"), OVER)
@pytest.mark.parametrize("change", CHANGES)
def test_nothing_changes_the_seats_any_more(cast, at, change, status, refusal):
    day = running_day(cast.own, at=at, rounds=2, begun=1)
    Gathering.objects.update(status=status, cancelled_at=at if status == "cancelled" else None)
    before = as_it_is()
    with pytest.raises(refusal):
        CHANGES[change]({"actor": cast.own.actor(), "at": at, "gathering_id": day.gathering.pk}, day)
    assert as_it_is() == before


def test_a_plan_that_was_solved_while_a_colleague_called_it_off_is_not_kept(cast, at, monkeypatch):
    day = running_day(cast.own, at=at, rounds=2, begun=1)
    solve = seating._solve

    def slowly(found, **asked):
        solved = solve(found, **asked)
        Gathering.objects.update(status="cancelled", cancelled_at=at)
        return solved

    monkeypatch.setattr(seating, "_solve", slowly)
    with pytest.raises(GatheringIsCancelled):
        seating.plan_seats(actor=cast.own.actor(), at=at, gathering_id=day.gathering.pk, steps=200)
    assert SeatPlan.objects.get().pk == day.plan.pk
