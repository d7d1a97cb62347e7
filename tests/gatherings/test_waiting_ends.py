"""The waiting list ends: who still waits hears it the day before; who was let down stands first for the next time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making

from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.table_count import set_table_count
from werktop.gatherings.commands.waiting import tell_who_still_waits
from werktop.gatherings.models import Guest
from werktop.gatherings.queries.fitting import fitting_candidates, with_reasons
from werktop.gatherings.queries.fitting_entrepreneurs import fitting_entrepreneurs
from werktop.gatherings.queries.scene import Wanted, scene_of
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def tomorrow(cast, at):
    return making.gathering(
        cast.own, tables=0, starts_at=at + timedelta(days=1, hours=4), place_name="Houtbouw"
    )


def waiter(cast, gathering, name, channel, at, **facts):
    person = making.candidate(cast.own, name, preferred_channel=channel, **facts)
    return making.guest(gathering, person, "waiting", channel=channel, invited_at=at - timedelta(days=5))


def told_about(cast, gathering, at) -> int:
    return tell_who_still_waits(actor=cast.own.actor(), at=at, gathering_id=gathering.pk)


@pytest.mark.parametrize("channel", ["email", "sms"])
def test_who_still_waits_the_day_before_hears_once_that_there_is_no_chair(cast, at, tomorrow, channel):
    waiter(cast, tomorrow, "Wachter", channel, at)
    assert (told_about(cast, tomorrow, at), told_about(cast, tomorrow, at)) == (1, 0)
    body = Message.objects.get(purpose="no_chair").body
    assert "U hoeft niet te komen" in body and "vooraan op onze lijst" in body
    assert "Houtbouw" in body and "25 november" in body


def test_nobody_hears_it_sooner_nor_when_a_chair_was_given(cast, at, tomorrow):
    waiter(cast, tomorrow, "Wachter", "email", at)
    assert told_about(cast, tomorrow, at - timedelta(days=1)) == 0
    set_table_count(actor=cast.own.actor(), at=at, gathering_id=tomorrow.pk, count=1)
    assert told_about(cast, tomorrow, at) == 0


def test_a_chair_that_comes_free_after_all_takes_the_word_back_where_it_has_not_left(cast, at, tomorrow):
    waiter(cast, tomorrow, "Wachter", "email", at)
    told_about(cast, tomorrow, at)
    set_table_count(actor=cast.own.actor(), at=at, gathering_id=tomorrow.pk, count=1)
    status = dict(Message.objects.values_list("purpose", "status"))
    assert (status["no_chair"], status["moved_up"]) == ("withdrawn", "waiting")


def test_whom_only_a_call_reaches_is_called(cast, at, tomorrow):
    guest = waiter(cast, tomorrow, "Wachter", "call", at, email="")
    assert (told_about(cast, tomorrow, at), told_about(cast, tomorrow, at)) == (1, 0)
    assert Guest.objects.get(pk=guest.pk).hears_by == "call"
    assert not Message.objects.exists()


def first_reasons(cast, at):
    """The first suggestion for a next gathering, and why."""
    following = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
    scene = scene_of(following, [])
    fits = with_reasons(
        fitting_candidates(cast.own.actor(), scene, Wanted(), at=at), scene, at=at, is_naming=True
    )
    return fits[0].name.split()[0], [text for _tone, text in fits[0].reasons]


def test_who_waited_in_vain_stands_first_the_next_time_and_why(cast, at):
    past = making.gathering(cast.own, tables=0, starts_at=at - timedelta(days=3))
    making.candidate(cast.own, "Nieuw", term_codes=("koken",))
    waiter(cast, past, "Wachter", "email", at)
    name, why = first_reasons(cast, at)
    assert name == "Wachter" and "wachtte de vorige keer op een stoel" in why
    assert "kort geleden ook uitgenodigd" not in why


def test_who_came_to_a_later_one_is_owed_nothing_more(cast, at):
    past = making.gathering(cast.own, tables=0, starts_at=at - timedelta(days=3))
    making.candidate(cast.own, "Nieuw")
    waited = waiter(cast, past, "Wachter", "email", at)
    later = making.gathering(cast.own, tables=1, starts_at=at - timedelta(days=1))
    making.guest(later, waited.candidate, "yes", invited_at=at - timedelta(days=2))
    assert first_reasons(cast, at)[0] == "Nieuw"


def cancelled(cast, at, person, reply="yes"):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    making.guest(made, person, reply, channel="email", invited_at=at - timedelta(days=5))
    cancel_gathering(actor=cast.own.actor(), at=at, gathering_id=made.pk)


def test_whose_gathering_was_called_off_stands_first_the_next_time_as_the_message_says(cast, at):
    making.candidate(cast.own, "Nieuw")
    cancelled(cast, at, making.candidate(cast.own, "Afgezegd", preferred_channel="email"))
    assert "U staat vooraan op onze lijst" in Message.objects.get(purpose="cancelled").body
    name, why = first_reasons(cast, at)
    assert name == "Afgezegd" and "de vorige keer ging niet door" in why


def test_who_said_no_to_what_was_called_off_is_owed_nothing_and_not_ranked_lower(cast, at):
    person = making.candidate(cast.own, "Afgezegd", term_codes=("koken",), preferred_channel="email")
    cancelled(cast, at, person, "no")
    scene = scene_of(making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20)), [])
    (fit,) = fitting_candidates(cast.own.actor(), scene, Wanted(is_not_lately=True), at=at)
    assert (fit.last_invited_at, fit.owed) == (None, "")


def test_an_entrepreneur_stands_first_too(cast, at):
    person = making.entrepreneur(making.employer(cast.own, "Afgezegd BV"), "Ineke")
    making.entrepreneur(making.employer(cast.own, "Ander BV", term_codes=("koken",)), "Joris")
    cancelled(cast, at, person)
    scene = scene_of(making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20)), [])
    first = fitting_entrepreneurs(cast.own.actor(), scene, Wanted(), at=at)[0]
    assert (first.id, ("fits", "de vorige keer ging niet door") in first.reasons) == (person.pk, True)
