"""Who needs an interpreter or childcare hears whether it is there: on the own page, and in writing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.answering import answers, told
from tests.gatherings.page_asking import at_page
from tests.gatherings.test_arranging import card

from werktop.candidates.models import Candidate
from werktop.gatherings.commands.arranging import note_arranged
from werktop.gatherings.commands.changing import change_gathering

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast, clock):
    return making.gathering(cast.own, tables=1)


@pytest.fixture
def zahra(cast, made):
    return making.guest(made, making.candidate(cast.own, "Zahra", is_interpreter_needed=True), "invited")


@pytest.fixture
def arrange(cast, at):
    def tick(guest, need="wants_interpreter", *, when=at, **more):
        note_arranged(
            actor=cast.own.actor(),
            at=when,
            gathering_id=guest.gathering_id,
            guest_id=guest.pk,
            need=need,
            **more,
        )

    return tick


def last(guest) -> str:
    return told("day_before", guest).get(status="waiting").body


def test_the_confirmation_says_what_we_are_at(zahra, at):
    answers(zahra, "yes", at, wants_childcare=True, wants_travel_paid=True)
    body = told("confirmed", zahra).get().body
    assert "Wij regelen een tolk. Wij regelen oppas voor uw kinderen. Wij laten u weten of dat lukt." in body
    assert "Wij betalen uw reis." in body


def test_who_needs_nothing_reads_nothing_of_it(cast, made, at):
    piet = making.guest(made, making.candidate(cast.own, "Piet"), "invited")
    answers(piet, "yes", at)
    for body in (told("confirmed", piet).get().body, last(piet)):
        assert not [words for words in ("tolk", "oppas", "uw reis", "laten u weten") if words in body]
        assert "\n\n\n" not in body


def test_the_day_before_says_what_is_there_as_it_was_ticked_last(zahra, at, arrange):
    answers(zahra, "yes", at)
    assert "Of er een tolk is, weten wij nog niet." in last(zahra)
    arrange(zahra)
    assert "Er is een tolk." in last(zahra) and "weten wij nog niet" not in last(zahra)
    arrange(zahra, is_arranged=False)
    assert "Er is een tolk." not in last(zahra)
    arrange(zahra)
    answers(zahra, "yes", at, wants_childcare=True)
    assert "Er is een tolk. Of er oppas is, weten wij nog niet. Bel ons gerust." in last(zahra)


def test_in_the_words_of_the_guest_also_as_a_text_message(zahra, at, arrange):
    Candidate.objects.update(languages=["en"], preferred_channel="sms", phone="+31612345678")
    answers(zahra, "yes", at)
    arrange(zahra)
    assert "There is an interpreter." in last(zahra)


def test_what_has_left_is_not_sent_again(zahra, at, arrange, made):
    answers(zahra, "yes", at)
    told("day_before", zahra).update(status="sent", sent_at=at)
    arrange(zahra)
    assert told("day_before", zahra).count() == 1


def test_a_message_that_is_due_is_not_taken_away(zahra, at, arrange, made):
    answers(zahra, "yes", at)
    arrange(zahra, when=made.starts_at - timedelta(hours=23))
    assert told("day_before", zahra).get().status == "waiting"


def test_another_hour_asks_for_it_anew(cast, zahra, made, at, arrange):
    answers(zahra, "yes", at, wants_travel_paid=True)
    for need in ("wants_interpreter", "wants_travel_paid"):
        arrange(zahra, need)
    changed = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
    change_gathering(**changed, place_name="Zaal 2")
    zahra.refresh_from_db()
    assert zahra.arranged == ["wants_interpreter", "wants_travel_paid"]
    change_gathering(**changed, starts_at=made.starts_at + timedelta(minutes=30))
    zahra.refresh_from_db()
    assert zahra.arranged == ["wants_travel_paid"]
    assert "Er is een tolk." not in last(zahra)


@pytest.mark.parametrize(("channel", "is_asked"), [("email", False), ("letter", True), ("call", True)])
def test_whom_no_message_tells_is_told_by_the_colleague(
    cast, zahra, made, at, arrange, log_in, channel, is_asked
):
    Candidate.objects.update(preferred_channel=channel, address="Dijk 1")
    type(zahra).objects.update(channel=channel)
    zahra.refresh_from_db()
    answers(zahra, "yes", at)
    client, words = log_in(cast.own.account()), "Zahra krijgt hiervan geen bericht meer. Vertel het zelf."
    assert words not in card(client.get(at_page("gathering", made)))
    arrange(zahra)
    assert (words in card(client.get(at_page("gathering", made)))) is is_asked
