"""An entrepreneur who is not there stops planning anew: the page says so and has what helps."""

from __future__ import annotations

import pytest
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import apply_proposal, at_page, post, text_of

from werktop.gatherings.models import Guest, Seat, SeatPlan, Table

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(cast, at, clock):
    """Everybody is there but Henk, of the second table."""
    made = running_day(cast.own, at=at, rounds=1, begun=0)
    for name in ("Henk", "Sanne"):
        Guest.objects.filter(pk=made.guests[name].pk).update(arrived_at=None)
    return made


@pytest.fixture
def lead(cast, log_in):
    return log_in(cast.own.account())


def test_the_page_names_who_is_lacking_and_stays_after_a_refusal(day, lead):
    page = text_of(lead.get(at_page("replan", day.gathering)))
    assert "2 ondernemers te weinig" in page and "Henk" in page and "Komt later" in page
    answer = post(lead, at_page("replan", day.gathering))
    assert answer["Location"] == at_page("replan", day.gathering)
    assert "te weinig" in text_of(lead.get(answer["Location"]))
    assert not SeatPlan.objects.filter(state="proposed").exists()


def test_who_comes_later_is_noted_from_here_and_then_it_can_be_planned(day, lead):
    for name in ("Henk", "Sanne"):
        guest = day.guests[name]
        address = at_page("guest_at_the_door", day.gathering, guest_id=guest.pk)
        answer = post(lead, address, what="late", back="replan")
        assert answer["Location"] == at_page("replan", day.gathering)
    assert "te weinig" not in text_of(lead.get(at_page("replan", day.gathering)))
    post(lead, at_page("replan", day.gathering))
    assert SeatPlan.objects.filter(state="proposed").exists()


def test_a_table_is_closed_from_here_and_the_rest_is_proposed(day, lead):
    assert "Sluit tafel 2 (minstens 1 mens verhuist)" in text_of(lead.get(at_page("replan", day.gathering)))
    post(lead, at_page("replan", day.gathering), way="close-2")
    assert Table.objects.filter(gathering=day.gathering, is_closed=False).count() == 2
    assert SeatPlan.objects.get(state="in_force").pk == day.plan.pk, "shown before it is applied"
    apply_proposal(lead, day.gathering)
    assert Table.objects.filter(gathering=day.gathering, is_closed=False).count() == 1
    assert SeatPlan.objects.get(state="in_force").pk != day.plan.pk


@pytest.mark.parametrize("moves", [True, False])
def test_it_asks_to_tell_who_moves_where_somebody_does(day, lead, moves):
    post(lead, at_page("replan", day.gathering), way="close-2")
    Seat.objects.filter(plan__state="proposed").update(is_moved=moves)
    apply_proposal(lead, day.gathering)
    page = text_of(lead.get(at_page("day", day.gathering)))
    assert ("Zeg wie naar een andere tafel gaat." in page) is moves
    assert ("Niemand gaat naar een andere tafel." in page) is not moves
