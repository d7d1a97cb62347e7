"""A plan is proposed before it is applied, and not kept where the guests changed meanwhile."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from tests import making
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import at_page, post, text_of
from tests.gatherings.seating import hall_of_guests

from werktop.gatherings.commands.seating import (
    apply_proposed_plan,
    drop_proposed_plan,
    plan_seats,
)
from werktop.gatherings.models import Seat, SeatPlan
from werktop.gatherings.seat_refusals import SeatsChangedMeanwhile

pytestmark = pytest.mark.django_db
STEPS = 3000


def plan(cast, at, made, **other):
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.gathering.pk, "steps": STEPS}
    return plan_seats(**asked | other)


def apply(cast, at, made, plan_id):
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": made.gathering.pk}
    return apply_proposed_plan(**asked, plan_id=plan_id)


def test_a_proposal_is_shown_before_it_is_applied(cast, at):
    made = hall_of_guests(cast.own, 12, 6, 3)
    first = plan(cast, at, made)
    proposed = plan(cast, at, made, is_proposal=True, seed=3)
    assert SeatPlan.objects.get(pk=first).state == SeatPlan.State.IN_FORCE
    assert SeatPlan.objects.get(pk=proposed).state == SeatPlan.State.PROPOSED
    wanted = set(Seat.objects.filter(plan_id=proposed).values_list("round", "guest_id", "table_id"))
    applied = apply(cast, at, made, proposed)
    assert set(Seat.objects.filter(plan_id=applied).values_list("round", "guest_id", "table_id")) == wanted
    assert SeatPlan.objects.get(pk=first).state == SeatPlan.State.OLD
    assert not SeatPlan.objects.filter(state=SeatPlan.State.PROPOSED).exists()


def test_a_proposal_can_be_thrown_away(cast, at):
    made = hall_of_guests(cast.own)
    first = plan(cast, at, made)
    shown = plan(cast, at, made, is_proposal=True)
    for _again in range(2):
        drop_proposed_plan(actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, plan_id=shown)
        assert list(SeatPlan.objects.values_list("id", flat=True)) == [first]


@pytest.mark.parametrize(
    ("page", "choice"), [("replan", {"what": "drop"}), ("proposed_seats", {"drop": "1"})]
)
def test_a_proposal_of_a_colleague_is_not_thrown_away_unseen(cast, at, log_in, clock, page, choice):
    day = running_day(cast.own, at=at, rounds=3, begun=1)
    asked = {"actor": cast.own.actor(), "at": at, "gathering_id": day.gathering.pk, "is_proposal": True}
    plan_seats(**asked, steps=200)
    client = log_in(cast.own.account())
    shown = client.get(at_page("replan" if page == "replan" else "seats", day.gathering)).content.decode()
    seen = set(re.findall(r'name="plan" value="([^"]+)"', shown))
    newer = plan_seats(**asked, steps=200, seed=1)
    for value in (*seen, ""):
        answer = post(client, at_page(page, day.gathering), **choice, plan=value)
        assert answer.status_code == 409
        assert "Een collega deed intussen een ander voorstel." in text_of(answer)
    assert len(seen) == 1
    assert SeatPlan.objects.filter(pk=newer, state="proposed").exists()
    post(client, at_page(page, day.gathering), **choice, plan=newer)
    assert not SeatPlan.objects.filter(state="proposed").exists()


def test_a_plan_that_no_longer_rests_on_the_guests_is_not_kept(cast, at, monkeypatch):
    made = hall_of_guests(cast.own)
    from werktop.gatherings.commands import seating as module

    solve = module._solve

    def someone_says_yes_meanwhile(found, **asked):
        making.guest(made.gathering, making.candidate(cast.own, "Nieuw"))
        return solve(found, **asked)

    monkeypatch.setattr(module, "_solve", someone_says_yes_meanwhile)
    with pytest.raises(SeatsChangedMeanwhile):
        plan(cast, at, made)
    assert not SeatPlan.objects.exists()


def test_what_changed_once_meanwhile_is_planned_again(cast, at, monkeypatch):
    made = hall_of_guests(cast.own)
    from werktop.gatherings.commands import seating as module

    solve, late = module._solve, []

    def someone_says_yes_once(found, **asked):
        if not late:
            late.append(making.guest(made.gathering, making.candidate(cast.own, "Nieuw")))
        return solve(found, **asked)

    monkeypatch.setattr(module, "_solve", someone_says_yes_once)
    assert Seat.objects.filter(plan_id=plan(cast, at, made), guest=late[0]).exists()


def test_the_same_request_plans_once(cast, at):
    made = hall_of_guests(cast.own)
    key = uuid4()
    first = plan(cast, at, made, key=key)
    assert plan(cast, at, made, key=key) == first
    assert SeatPlan.objects.count() == 1
