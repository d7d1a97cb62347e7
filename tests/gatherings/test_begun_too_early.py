"""The day begins on the day, or the evening before; what was begun too early is taken back, and nobody is forgotten meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.test_day_pages import post

from werktop.candidates.commands.leaving import note_left
from werktop.gatherings.commands import changing, day
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.guests import remove_guest
from werktop.gatherings.commands.inviting import remind_in_time
from werktop.gatherings.commands.waiting import let_waiting_in
from werktop.gatherings.day_refusals import DayBeginsEarly, DayHasGuests, NotTheDayYet
from werktop.gatherings.models import Gathering, Guest, Reply, Round
from werktop.gatherings.queries.arranging import gatherings_to_arrange
from werktop.gatherings.queries.calls import gatherings_with_calls, open_calls
from werktop.gatherings.queries.gathering_list import gatherings_ahead
from werktop.gatherings.refusals import DayIsUnderWay
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast, at):
    """Tomorrow in the afternoon, with one guest to call."""
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=1, hours=4))
    person = making.candidate(cast.own, "Noor", phone="0612345678", preferred_channel="call")
    making.guest(made, person, channel="call", reply="yes", hears_by="call")
    return made


def status() -> str:
    return Gathering.objects.get().status


def begin(cast, at, made, **more):
    day.start_day(actor=cast.own.actor(), at=at, gathering_id=made.pk, **more)


def test_who_leads_begins_it_from_the_evening_before_on_and_not_sooner(cast, made, at):
    evening = made.starts_at.replace(hour=16) - timedelta(days=1)  # 17.00 in the Netherlands
    with pytest.raises(NotTheDayYet):
        begin(cast, made.starts_at - timedelta(days=12), made, is_sure=True)
    with pytest.raises(NotTheDayYet):
        begin(cast, evening - timedelta(minutes=1), made, is_sure=True)
    begin(cast, evening, made, is_sure=True)
    assert status() == "running"


def test_more_than_an_hour_early_it_asks_once_more(cast, made):
    with pytest.raises(DayBeginsEarly):
        begin(cast, made.starts_at - timedelta(hours=1, minutes=1), made)
    assert status() == "preparing"
    begin(cast, made.starts_at - timedelta(hours=1), made)
    assert status() == "running"


def test_the_day_page_says_what_an_early_start_does_and_takes_it_back(cast, made, log_in, clock):
    client, address = log_in(cast.own.account()), reverse("gatherings:day", args=[made.pk])
    assert "Je kunt de dag beginnen vanaf" in client.get(address).content.decode()
    clock.set(made.starts_at - timedelta(hours=2))
    page = client.get(address).content.decode()
    assert "Het gesprek begint pas op" in page
    assert "Wijzigen of afzeggen kan dan niet meer" in page
    assert post(client, "start_day", made.pk).status_code == 409
    post(client, "start_day", made.pk, sure="on")
    assert status() == "running"
    assert "Toch nog niet begonnen" in client.get(address).content.decode()
    post(client, "take_back_start", made.pk)
    assert status() == "preparing"
    clock.set(made.starts_at - timedelta(minutes=30))
    assert "Het gesprek begint pas op" not in client.get(address).content.decode()


@pytest.mark.parametrize("what", ["guest", "round"])
def test_a_day_with_somebody_in_or_a_round_begun_is_not_taken_back(cast, made, what, log_in, clock):
    at = made.starts_at
    begin(cast, at, made)
    if what == "guest":
        Guest.objects.update(arrived_at=at)
    else:
        Round.objects.create(gathering=made, number=1, started_at=at)
    with pytest.raises(DayHasGuests):
        day.take_back_start(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert status() == "running"
    clock.set(at)
    page = log_in(cast.own.account()).get(reverse("gatherings:day", args=[made.pk])).content.decode()
    assert reverse("gatherings:take_back_start", args=[made.pk]) not in page


def test_taking_back_what_has_not_begun_changes_nothing(cast, made, at):
    day.take_back_start(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert status() == "preparing"


def test_a_gathering_that_runs_still_shows_whom_to_call(cast, made, log_in, clock):
    at, viewer = made.starts_at - timedelta(hours=2), cast.own.actor()
    begin(cast, at, made, is_sure=True)
    running = Gathering.objects.get()
    assert [call.guest.first_name for call in open_calls(viewer, running, running.guests.all())] == ["Noor"]
    assert [(each.pk, calls) for each, calls, _leaving in gatherings_with_calls(viewer, at)] == [(made.pk, 1)]
    clock.set(at)
    page = log_in(cast.own.account()).get(reverse("gatherings:gathering", args=[made.pk])).content.decode()
    assert "Noor" in page.split('id="calls"')[1].split("</ul>")[0]


@pytest.mark.parametrize("page", ["change_gathering", "cancel_gathering"])
def test_a_gathering_that_runs_is_not_changed_or_called_off_by_its_address(cast, made, log_in, clock, page):
    at = made.starts_at
    begin(cast, at, made)
    clock.set(at)
    client, address = log_in(cast.own.account()), reverse(f"gatherings:{page}", args=[made.pk])
    answer = client.get(address)
    assert answer.status_code == 409
    assert "Toch nog niet begonnen" in answer.content.decode()
    for state, words in (("finished", "is al geweest"), ("cancelled", "gaat niet door")):
        Gathering.objects.update(status=state, cancelled_at=at)
        answer = client.get(address)
        assert answer.status_code == 409
        assert words in answer.content.decode()
    Gathering.objects.update(status="running")
    there = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
    with pytest.raises(DayIsUnderWay):
        changing.change_gathering(**there, place_name="De Werf")
    with pytest.raises(DayIsUnderWay):
        cancel_gathering(**there)
    assert not Message.objects.exists()


def test_what_is_sent_by_itself_before_the_hour_goes_on_when_the_doors_are_open(cast, made):
    at = made.starts_at - timedelta(hours=3)
    silent, waiting = (making.candidate(cast.own, name, email=f"{name}@x.example") for name in ("An", "Bo"))
    guest = making.guest(made, silent, reply="invited", channel="email", invited_at=at - timedelta(days=6))
    other = making.guest(made, waiting, reply="waiting", channel="email")
    begin(cast, at, made, is_sure=True)
    assert [each.pk for each in gatherings_ahead(at=at)] == [made.pk]
    system = cast.own.actor()
    assert remind_in_time(actor=system, at=at, gathering_id=made.pk) == 1
    assert let_waiting_in(actor=system, at=at, gathering_id=made.pk) == 1
    guest.refresh_from_db()
    other.refresh_from_db()
    assert (guest.reminded_at, other.reply) == (at, Reply.YES)
    later = made.starts_at + timedelta(minutes=1)
    Guest.objects.filter(pk=other.pk).update(reply="waiting", waiting_since_at=later)
    assert let_waiting_in(actor=system, at=later, gathering_id=made.pk) == 0


def test_who_stops_or_is_taken_off_before_the_hour_hears_so_though_the_doors_are_open(cast, made):
    at = made.starts_at - timedelta(hours=4)
    people = [making.candidate(cast.own, name, email=f"{name}@x.example") for name in ("An", "Bo")]
    guests = [making.guest(made, each, channel="email", reply="invited") for each in people]
    begin(cast, at, made, is_sure=True)
    note_left(actor=cast.own.actor(), at=at, candidate_id=people[0].pk)
    remove_guest(actor=cast.own.actor(), at=at, gathering_id=made.pk, guest_id=guests[1].pk)
    told = dict(Message.objects.values_list("to_id", "purpose"))
    assert told == {people[0].pk: "signed_off", people[1].pk: "removed"}


def test_who_stops_once_the_hour_has_come_is_not_told_to_stay_at_home_though_nobody_began_it(cast, made):
    guest = making.guest(made, making.candidate(cast.own, "An", email="an@x.example"), channel="email")
    note_left(actor=cast.own.actor(), at=made.starts_at, candidate_id=guest.candidate_id)
    guest.refresh_from_db()
    assert guest.reply == "yes" and not Message.objects.filter(purpose="signed_off").exists()


def test_what_is_to_be_arranged_stays_on_today_when_the_doors_are_open(cast, made):
    at, viewer = made.starts_at - timedelta(hours=2), cast.own.actor()
    person = making.candidate(cast.own, "Tolk", email="tolk@x.example")
    making.guest(made, person, reply="yes", channel="email", wants_interpreter=True)
    before = gatherings_to_arrange(viewer, at)
    begin(cast, at, made, is_sure=True)
    assert before and gatherings_to_arrange(viewer, at) == before


def test_what_was_begun_the_evening_before_is_closed_on_its_day_and_not_before(cast, made):
    evening = made.starts_at.replace(hour=16) - timedelta(days=1)
    begin(cast, evening, made, is_sure=True)
    asked = {"actor": cast.own.actor(), "gathering_id": made.pk}
    with pytest.raises(NotTheDayYet):
        day.finish_day(at=evening, **asked)
    assert status() == "running"
    day.finish_day(at=made.starts_at, **asked)
    assert status() == "finished"
