"""A guest comes in at the moment that a colleague ends the day, takes its beginning back, takes this guest off the list, or
taps at another door: one comes after the other, and who is in counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests.gatherings.day_making import running_day

from werktop.candidates.models import CandidateTerm
from werktop.catalogue.queries import ids_by_code
from werktop.gatherings.commands.day import check_in, finish_day, take_back_start
from werktop.gatherings.commands.guests import remove_guest
from werktop.gatherings.day_refusals import DayHasGuests, DayNotRunning
from werktop.gatherings.models import Guest, Round, TalentSeen
from werktop.gatherings.refusals import GuestIsSeated

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def day(cast, at):
    """Nobody is in yet; the table saw a talent of Fatima all the same."""
    day = running_day(cast.own, at=at, begun=0, is_here=False)
    TalentSeen.objects.create(
        gathering=day.gathering, guest=day.guests["Fatima"], term_id=ids_by_code()["bouwen"], noted_at=at
    )
    return day


@pytest.fixture
def come_in(cast, at, day):
    """`()`: Fatima is let in; `(minutes)`: later, at another door."""
    return lambda minutes=0: check_in(
        actor=cast.own.actor(), at=at + timedelta(minutes=minutes), guest_id=day.guests["Fatima"].pk
    )


@pytest.fixture
def of_day(cast, at, day):
    """What every command about this day is asked."""
    return {"actor": cast.own.actor(), "at": at, "gathering_id": day.gathering.pk}


def has_talent(day):
    candidate_id = day.guests["Fatima"].candidate_id
    return CandidateTerm.objects.filter(candidate_id=candidate_id, source="table").exists()


def test_who_comes_in_while_the_day_ends_is_not_in_without_what_the_table_saw(of_day, day, come_in, beside):
    with transaction.atomic():
        finish_day(**of_day)
        beside(come_in)
    (came,) = beside.end()
    assert isinstance(came, DayNotRunning)
    assert Guest.objects.get(pk=day.guests["Fatima"].pk).arrived_at is None


def test_a_day_that_ends_while_somebody_comes_in_passes_on_what_the_table_saw(of_day, day, come_in, beside):
    with transaction.atomic():
        come_in()
        beside(lambda: finish_day(**of_day))
    assert beside.end() == [None]
    assert has_talent(day)


def test_who_comes_in_is_not_taken_off_the_list_at_that_moment(of_day, day, come_in, beside):
    guest_id = day.guests["Fatima"].pk
    with transaction.atomic():
        come_in()
        beside(lambda: remove_guest(**of_day, guest_id=guest_id, is_called=True))
    (came,) = beside.end()
    assert isinstance(came, GuestIsSeated)
    assert Guest.objects.filter(pk=guest_id).exists()


def test_a_day_is_not_taken_back_at_the_moment_that_somebody_comes_in(of_day, come_in, beside):
    assert not Round.objects.exists()
    with transaction.atomic():
        come_in()
        beside(lambda: take_back_start(**of_day))
    (came,) = beside.end()
    assert isinstance(came, DayHasGuests)


def test_of_two_doors_the_first_says_when_a_guest_came(day, come_in, beside, at):
    with transaction.atomic():
        come_in()
        beside(lambda: come_in(5))
    assert beside.end() == [None]
    assert Guest.objects.get(pk=day.guests["Fatima"].pk).arrived_at == at
