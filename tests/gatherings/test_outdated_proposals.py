"""A proposal is applied as it was shown, or not at all: not where a colleague proposed another meanwhile, nor where something
it rests on has changed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import apply_proposal, at_page, post, text_of

from werktop.gatherings.commands.day import begin_round, check_in, end_round, note_left_early
from werktop.gatherings.commands.late_guests import seat_late_guest
from werktop.gatherings.commands.seat_rules import add_pair_rule
from werktop.gatherings.commands.seating import apply_proposed_plan, plan_seats
from werktop.gatherings.commands.seats import swap_guests
from werktop.gatherings.models import Gathering, Seat, SeatPlan, Table
from werktop.gatherings.seat_refusals import ProposalIsOutdated, SeatsChangedMeanwhile

pytestmark = pytest.mark.django_db
ANOTHER = "Een collega deed intussen een ander voorstel."
OUTDATED = "Sinds dit voorstel is er iets veranderd"


@pytest.fixture
def day(cast, at, clock):
    """The first round of three has begun; Stefan is not in yet."""
    day = running_day(cast.own, at=at, rounds=3, begun=1)
    stefan = day.guests["Stefan"]
    Seat.objects.filter(guest=stefan).delete()
    stefan.arrived_at = None
    stefan.save()
    return day


@pytest.fixture
def of_day(cast, at, day):
    return {"actor": cast.own.actor(), "at": at, "gathering_id": day.gathering.pk}


@pytest.fixture
def propose(of_day):
    """`()`: a proposal for the rounds to come; gives its key."""
    return lambda seed=0: plan_seats(**of_day, is_proposal=True, steps=500, seed=seed)


def in_force(day):
    plan = SeatPlan.objects.get(gathering=day.gathering, state="in_force")
    return plan.pk, set(plan.seats.values_list("round", "guest", "table"))


def close_a_table(day, of_day):
    Table.objects.filter(pk=day.tables[1].pk).update(is_closed=True)


def one_more_chair(day, of_day):
    Gathering.objects.filter(pk=day.gathering.pk).update(table_size=day.gathering.table_size + 1)


def set_two_apart(day, of_day):
    two = {"first_id": day.guests["Fatima"].pk, "second_id": day.guests["Kees"].pk}
    add_pair_rule(**of_day, kind="apart", **two)


def an_entrepreneur_goes_home(day, of_day):
    note_left_early(actor=of_day["actor"], at=of_day["at"], guest_id=day.guests["Joris"].pk)


def a_round_begins(day, of_day):
    end_round(**of_day, number=1)
    begin_round(**of_day, number=2)


def two_change_places(day, of_day):
    swap_guests(
        **of_day, guest_id=day.guests["Fatima"].pk, other_guest_id=day.guests["Aisha"].pk, round_number=3, version=1
    )  # fmt: skip


def somebody_late_sits_down(day, of_day):
    actor, guest_id = of_day["actor"], day.guests["Stefan"].pk
    check_in(actor=actor, at=of_day["at"], guest_id=guest_id)
    seat_late_guest(actor=actor, at=of_day["at"] + timedelta(minutes=5), guest_id=guest_id, table_number=2)


CHANGES = [
    close_a_table,
    one_more_chair,
    set_two_apart,
    an_entrepreneur_goes_home,
    a_round_begins,
    two_change_places,
    somebody_late_sits_down,
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_proposal_that_rests_on_what_is_no_longer_so_is_not_applied(day, of_day, propose, change):
    plan_id = propose()
    change(day, of_day)
    before = in_force(day)
    with pytest.raises(ProposalIsOutdated):
        apply_proposed_plan(**of_day, plan_id=plan_id)
    assert in_force(day) == before


def test_who_comes_in_meanwhile_stops_no_proposal(day, of_day, propose):
    plan_id = propose()
    check_in(actor=of_day["actor"], at=of_day["at"], guest_id=day.guests["Stefan"].pk)
    assert in_force(day)[0] != plan_id
    apply_proposed_plan(**of_day, plan_id=plan_id)
    assert in_force(day)[0] != day.plan.pk


def test_another_proposal_than_the_one_that_was_shown_is_not_applied(day, cast, log_in, propose):
    shown = propose()
    propose(seed=9)
    client = log_in(cast.own.account())
    page = at_page("replan", day.gathering)
    answer = client.post(
        page, {"request_key": str(uuid4()), "what": "apply", "plan": shown}, headers={"Referer": f"http://testserver{page}"}
    )  # fmt: skip
    assert in_force(day)[0] == day.plan.pk
    assert ANOTHER in text_of(client.get(answer["Location"]))
    assert post(client, page, what="apply").status_code == 409
    apply_proposal(client, day.gathering)
    assert in_force(day)[0] != day.plan.pk


def test_on_the_page_of_the_seats_it_is_the_shown_proposal_too(day, of_day, cast, log_in, propose):
    shown = propose()
    client = log_in(cast.own.account())
    assert f'name="plan" value="{shown}"' in client.get(at_page("seats", day.gathering)).content.decode()
    with pytest.raises(SeatsChangedMeanwhile):
        apply_proposed_plan(**of_day, plan_id=day.plan.pk)
    assert post(client, at_page("proposed_seats", day.gathering)).status_code == 409
    post(client, at_page("proposed_seats", day.gathering), plan=shown)
    assert in_force(day)[0] != day.plan.pk


def test_the_page_shows_no_outdated_proposal_and_plans_again(day, of_day, cast, log_in, propose):
    propose()
    an_entrepreneur_goes_home(day, of_day)
    client = log_in(cast.own.account())
    page = text_of(client.get(at_page("replan", day.gathering)))
    assert "Het voorstel dat hier lag, past niet meer" in page
    assert "Wat dit doet" not in page
    assert OUTDATED in text_of(apply_proposal(client, day.gathering))
