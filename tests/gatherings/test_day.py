"""The day: it starts, guests come and go, rounds begin and end, and it is finished."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.gatherings.day_making import running_day
from tests.gatherings.test_table import note, tap

from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.commands import day as commands
from werktop.gatherings.day_refusals import (
    DayHasBegun,
    DayNotRunning,
    NoSeatsYet,
    NotTheDayYet,
    NotYetHere,
    RoundHasClicks,
    RoundsAreDone,
)
from werktop.gatherings.models import Gathering, Guest, Host, Round, SeatPlan
from werktop.gatherings.queries.day import door, guest_by_badge, lines_at
from werktop.gatherings.queries.rounds import clock_face, round_now

pytestmark = pytest.mark.django_db


@pytest.fixture
def day(cast, at):
    return running_day(cast.own, at=at, is_here=False, rounds=2, begun=0)


def states(viewer, day, words=""):
    return {
        line.name: line.state
        for line in lines_at(door(viewer, day.gathering, clock_face(day.gathering)), words)
    }


def test_a_day_starts_once(day, cast, at):
    with pytest.raises(DayHasBegun):
        commands.start_day(actor=cast.own.actor(), at=at, gathering_id=day.gathering.pk)
    Gathering.objects.update(status="preparing")
    commands.start_day(actor=cast.own.actor("coordinator"), at=at, gathering_id=day.gathering.pk)
    assert Gathering.objects.get().status == "running"


def test_on_the_day_itself_a_host_begins_it_and_on_another_day_not(day, cast, at):
    Gathering.objects.update(status="preparing")
    asked = {"gathering_id": day.gathering.pk}
    with pytest.raises(NotTheDayYet):
        commands.start_day(actor=day.host(), at=at - timedelta(days=1), **asked)
    with pytest.raises(NotTheDayYet):
        commands.start_day(actor=day.host(), at=at + timedelta(days=1), **asked)
    for stranger in (cast.other.actor(), cast.own.actor("table_host"), cast.own.actor("team_lead")):
        if stranger.id != day.host().id:
            with pytest.raises((NotVisible, NotAllowed)):
                commands.start_day(actor=stranger, at=at, **asked)
    assert Gathering.objects.get().status == "preparing"
    commands.start_day(actor=day.host(), at=at, **asked)
    assert Gathering.objects.get().status == "running"


def test_check_in_and_its_undo(day, at):
    host, guest = day.host(), day.guests["Fatima"]
    commands.check_in(actor=host, at=at, guest_id=guest.pk)
    commands.check_in(actor=host, at=at + timedelta(minutes=5), guest_id=guest.pk)
    guest.refresh_from_db()
    assert guest.arrived_at == at
    assert states(host, day)["Fatima"] == "here"
    commands.undo_check_in(actor=host, at=at, guest_id=guest.pk)
    assert states(host, day)["Fatima"] == "expected"


def test_late_and_early(day, at):
    host, guest = day.host(), day.guests["Kees"].pk
    with pytest.raises(NotYetHere):
        commands.note_left_early(actor=host, at=at, guest_id=guest)
    commands.expect_late(actor=host, at=at, guest_id=guest)
    assert states(host, day)["Kees"] == "late"
    commands.check_in(actor=host, at=at, guest_id=guest)
    commands.note_left_early(actor=host, at=at, guest_id=guest)
    assert states(host, day)["Kees"] == "left"
    commands.note_left_early(actor=host, at=at, guest_id=guest, is_left=False)
    assert states(host, day)["Kees"] == "here"


def test_a_guest_who_said_no_and_turns_up_is_found_by_name_and_let_in(day, at):
    Guest.objects.filter(pk=day.guests["Rosa"].pk).update(reply="no")
    assert "Rosa" not in states(day.host(), day)
    assert states(day.host(), day, "ró") == {"Rosa": "open"}
    commands.check_in(actor=day.host(), at=at, guest_id=day.guests["Rosa"].pk)
    assert states(day.host(), day)["Rosa"] == "here"


def test_the_door_is_searched_by_first_letters_of_a_name_or_a_firm(day):
    assert set(states(day.host(), day, "f")) == {"Fatima", "Femke"}
    assert set(states(day.host(), day, "hout")) == {"Joris"}


def test_hosts_see_first_names_and_namesakes_get_a_letter(day, cast):
    assert "Fatima" in states(day.host(), day)
    assert "Fatima El Amrani" in states(cast.own.actor(), day)
    Guest.objects.select_related("candidate").get(pk=day.guests["Kees"].pk)
    person = day.guests["Kees"].candidate
    person.first_name, person.last_name = "Fatima", "de Wit"
    person.save()
    assert {"Fatima E.", "Fatima W."} <= set(states(day.host(), day))


def test_only_who_runs_this_gathering_is_at_its_door(day, cast, at):
    for actor in (
        cast.other.actor(),
        cast.other.actor("table_host"),
        cast.own.actor("table_host"),
        cast.far.actor(),
    ):
        with pytest.raises(NotVisible):
            commands.check_in(actor=actor, at=at, guest_id=day.guests["Fatima"].pk)
    helper = cast.other.actor("table_host")
    Host.objects.create(gathering=day.gathering, account_id=helper.id)
    commands.check_in(actor=helper, at=at, guest_id=day.guests["Fatima"].pk)


def test_a_badge_finds_its_guest_for_who_runs_the_day_and_nobody_else(day, cast, at):
    badge = day.guests["Fatima"].badge
    assert guest_by_badge(day.host(), badge, at)[1] == day.guests["Fatima"]
    for actor in (cast.other.actor(), cast.far.actor()):
        with pytest.raises(NotVisible):
            guest_by_badge(actor, badge, at)


def test_rounds_begin_in_turn_and_end_each_other(day, cast, at):
    lead, key = cast.own.actor("coordinator"), day.gathering.pk
    with pytest.raises(RoundsAreDone):
        commands.begin_round(actor=lead, at=at, gathering_id=key, number=2)
    commands.begin_round(actor=lead, at=at, gathering_id=key, number=1)
    commands.begin_round(actor=lead, at=at + timedelta(minutes=1), gathering_id=key, number=1)
    assert clock_face(day.gathering).ends_at == at + timedelta(minutes=60)
    later = at + timedelta(minutes=60)
    commands.begin_round(actor=lead, at=later, gathering_id=key, number=2)
    assert list(Round.objects.order_by("number").values_list("number", "ended_at")) == [(1, later), (2, None)]
    commands.end_round(actor=lead, at=later, gathering_id=key, number=2)
    assert round_now(day.gathering) is None
    with pytest.raises(RoundsAreDone):
        commands.begin_round(actor=lead, at=later, gathering_id=key, number=3)


def test_no_round_without_seats(day, cast, at):
    SeatPlan.objects.all().delete()
    with pytest.raises(NoSeatsYet):
        commands.begin_round(actor=cast.own.actor(), at=at, gathering_id=day.gathering.pk, number=1)


def test_a_round_begun_by_mistake_is_taken_back_unless_something_was_noted(day, cast, at):
    lead, key = cast.own.actor(), day.gathering.pk
    commands.begin_round(actor=lead, at=at, gathering_id=key, number=1)
    commands.take_back_round(actor=lead, at=at, gathering_id=key, number=1)
    assert not Round.objects.exists()
    commands.begin_round(actor=lead, at=at, gathering_id=key, number=1)
    note(day, at, tap(day, "Fatima", "Joris"))
    with pytest.raises(RoundHasClicks):
        commands.take_back_round(actor=lead, at=at, gathering_id=key, number=1)


def test_a_host_leads_no_rounds_and_finishes_nothing(day, at):
    for step in (commands.begin_round, commands.end_round):
        with pytest.raises(NotVisible):
            step(actor=day.host(), at=at, gathering_id=day.gathering.pk, number=1)
    with pytest.raises(NotVisible):
        commands.finish_day(actor=day.host(), at=at, gathering_id=day.gathering.pk)


def test_a_finished_day_ends_its_round_and_closes_the_door(day, cast, at):
    lead = cast.own.actor()
    commands.begin_round(actor=lead, at=at, gathering_id=day.gathering.pk, number=1)
    commands.finish_day(actor=lead, at=at, gathering_id=day.gathering.pk)
    assert Round.objects.get().ended_at == at
    with pytest.raises(DayNotRunning):
        commands.check_in(actor=lead, at=at, guest_id=day.guests["Fatima"].pk)
