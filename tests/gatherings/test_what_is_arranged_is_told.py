"""Who needs an interpreter or childcare hears whether it is there: on the own page, and in writing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.answering import answers, told
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.candidates.commands import change_candidate
from werktop.candidates.models import Candidate
from werktop.gatherings.commands import arranging
from werktop.gatherings.commands.arranging import note_arranged
from werktop.gatherings.commands.calling import note_called
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.models import Guest
from werktop.gatherings.queries.calls import call_in_short
from werktop.post.models import Message

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


@pytest.mark.parametrize("language", ["nl", "en"])
def test_who_waits_for_two_things_is_asked_once_to_call(zahra, at, language):
    Candidate.objects.update(languages=[language])
    answers(zahra, "yes", at, wants_childcare=True)
    words = "Bel ons gerust." if language == "nl" else "Please call us."
    body = last(zahra)
    assert body.count(words) == 1
    assert ("Of er oppas is" in body) is (language == "nl")


def test_in_the_words_of_the_guest_also_as_a_text_message(zahra, at, arrange):
    Candidate.objects.update(languages=["en"], preferred_channel="sms", phone="+31612345678")
    answers(zahra, "yes", at)
    arrange(zahra)
    assert "There is an interpreter." in last(zahra)


def test_a_text_message_says_too_what_is_not_sure_yet(zahra, at):
    Candidate.objects.update(preferred_channel="sms", phone="+31612345678")
    answers(zahra, "yes", at, wants_childcare=True)
    for body in (told("confirmed", zahra).get().body, last(zahra)):
        assert "Nog niet zeker: tolk, oppas." in body


UNSURE = {
    "email": "Of er een tolk is, weten wij nog niet. Bel ons gerust.",
    "sms": "Nog niet zeker: tolk.",
}


def has_read_the_last_message(guest, made) -> None:
    told("day_before", guest).filter(status="waiting").update(
        status="sent", sent_at=made.starts_at - timedelta(hours=24)
    )


@pytest.mark.parametrize("channel", ["email", "sms"])
def test_after_the_last_message_a_message_of_its_own_says_it(zahra, at, arrange, made, channel):
    Candidate.objects.update(preferred_channel=channel, phone="+31612345678")
    answers(zahra, "yes", at)
    arrange(zahra)
    has_read_the_last_message(zahra, made)
    late = made.starts_at - timedelta(hours=20)
    arrange(zahra, when=late, is_arranged=False)
    news = told("arranged", zahra).exclude(status="withdrawn")
    assert UNSURE[channel] in news.get().body
    arrange(zahra, when=late, is_arranged=False)
    assert told("arranged", zahra).count() == 1, "the same tap again is no news"
    arrange(zahra, when=late)
    assert "Er is een tolk." in news.get().body and UNSURE[channel] not in news.get().body
    assert told("day_before", zahra).filter(status="sent").count() == 1


def test_where_a_message_comes_too_late_somebody_calls(cast, zahra, at, arrange, made, log_in, clock):
    Candidate.objects.update(preferred_channel="sms", phone="+31612345678")
    answers(zahra, "yes", at)
    arrange(zahra)
    has_read_the_last_message(zahra, made)
    soon = made.starts_at - timedelta(hours=2)
    arrange(zahra, when=soon, is_arranged=False)
    assert not told("arranged", zahra).exists()
    clock.set(soon)
    client = log_in(cast.own.account())
    assert "Bel nog 1 gast" in text_of(client.get("/"))
    page = client.get(at_page("gathering", made))
    assert "een sms komt te laat · tolk nog niet geregeld" in text_of(page)
    about = re.search(r'name="about" value="([^"]*)"', page.content.decode())[1]
    arrange(zahra, when=soon)
    address = at_page("note_called", made, guest_id=zahra.pk)
    post(client, address, called="yes", about=about)
    assert Guest.objects.get(pk=zahra.pk).called_at is None, "that call told what is so no more"
    assert "tolk geregeld" in text_of(client.get(at_page("gathering", made)))


def test_a_call_tells_nothing_else_by_a_chair_or_a_journey_that_is_arranged(cast, zahra, at, arrange, made):
    type(zahra).objects.update(hears_by="call", brings_somebody=True, wants_travel_paid=True, arrived_at=at)
    zahra.refresh_from_db()
    about = call_in_short(made, zahra)
    for need in ("brings_somebody", "wants_travel_paid"):
        arrange(zahra, need)
    note_called(actor=cast.own.actor(), at=at, gathering_id=made.pk, guest_id=zahra.pk, about=about)
    zahra.refresh_from_db()
    assert zahra.called_at == at and len(zahra.arranged) == 2


def test_a_call_that_is_to_be_made_about_another_hour_stays(cast, zahra, at, arrange, made):
    Candidate.objects.update(preferred_channel="sms", phone="+31612345678")
    answers(zahra, "yes", at)
    type(zahra).objects.update(hears_by="late", reckons_with_at=made.starts_at)
    has_read_the_last_message(zahra, made)
    arrange(zahra, when=made.starts_at - timedelta(hours=20))
    assert (Guest.objects.get(pk=zahra.pk).hears_by, told("arranged", zahra).exists()) == ("late", False)


def test_who_needs_it_no_more_hears_nothing_of_it(zahra, at, arrange, made):
    answers(zahra, "yes", at)
    arrange(zahra)
    has_read_the_last_message(zahra, made)
    type(zahra).objects.update(wants_interpreter=False)
    arrange(zahra, when=made.starts_at - timedelta(hours=20), is_arranged=False)
    assert not told("arranged", zahra).exists()


@pytest.mark.parametrize("hears_by", ["", "late"])
def test_a_message_that_was_due_and_has_not_left_does_not_say_otherwise(zahra, at, arrange, made, hears_by):
    answers(zahra, "yes", at)
    arrange(zahra)
    type(zahra).objects.update(hears_by=hears_by)
    arrange(zahra, when=made.starts_at - timedelta(hours=20), is_arranged=False)
    waiting = Message.objects.filter(status="waiting").exclude(purpose="confirmed")
    if hears_by:
        assert not waiting.exists(), "the call tells it"
    else:
        assert waiting.get().purpose == "arranged" and UNSURE["email"] in waiting.get().body


@pytest.mark.parametrize("channel", ["letter", "call"])
def test_whose_address_is_gone_hears_it_by_letter_or_call(cast, zahra, at, arrange, channel):
    answers(zahra, "yes", at)
    reach = {"email": "", "phone": "+31344000000", "address": "Dijk 1"}
    change_candidate(
        actor=cast.own.actor(), at=at, candidate_id=zahra.candidate_id, preferred_channel=channel, **reach
    )
    answers(zahra, "yes", at, actor=cast.own.actor(), wants_childcare=True)
    assert told("day_before", zahra).get().status == "failed", "nothing took its place"
    arrange(zahra)
    zahra.refresh_from_db()
    letters = [m.channel for m in told("arranged", zahra).filter(status="waiting")]
    assert (letters, zahra.hears_by) == (([], "call") if channel == "call" else (["letter"], ""))
    assert told("day_before", zahra).get().status == "withdrawn"


def test_who_waits_for_a_chair_is_not_written_to(cast, made, arrange):
    omar = making.guest(made, making.candidate(cast.own, "Omar", is_interpreter_needed=True), "waiting")
    arrange(omar)
    assert not Message.objects.exists()


def test_nobody_is_told_once_it_has_begun(zahra, at, arrange, made):
    answers(zahra, "yes", at)
    has_read_the_last_message(zahra, made)
    arrange(zahra, when=made.starts_at + timedelta(minutes=5))
    assert not told("arranged", zahra).exists()
    assert Guest.objects.get(pk=zahra.pk).hears_by == ""


@pytest.mark.parametrize("change", ["moved", "cancelled"])
def test_what_a_colleague_changed_at_that_moment_is_what_is_told(
    cast, zahra, at, arrange, made, monkeypatch, change
):
    answers(zahra, "yes", at)
    real, asked = arranging.lock_gathering, {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}

    def meanwhile(key):
        if change == "moved":
            change_gathering(**asked, place_name="Zaal 2")
            told("day_before", zahra).update(status="sent", sent_at=at)
        else:
            cancel_gathering(**asked)
        return real(key)

    monkeypatch.setattr(arranging, "lock_gathering", meanwhile)
    arrange(zahra)
    news = [m.body for m in told("arranged", zahra)]
    assert len(news) == (change == "moved") and all("Zaal 2" in body for body in news)


def test_another_hour_asks_for_it_anew(cast, zahra, made, at, arrange):
    answers(zahra, "yes", at, wants_travel_paid=True)
    type(zahra).objects.update(arranged=["wants_interpreter", "wants_travel_paid"])
    changed = {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}
    change_gathering(**changed, place_name="Zaal 2")
    zahra.refresh_from_db()
    assert zahra.arranged == ["wants_interpreter", "wants_travel_paid"]
    change_gathering(**changed, starts_at=made.starts_at + timedelta(minutes=30))
    zahra.refresh_from_db()
    assert zahra.arranged == ["wants_travel_paid"]
    assert "Er is een tolk." not in last(zahra)


@pytest.mark.parametrize("channel", ["email", "sms"])
@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (10 * 24, "Wij regelen een tolk. Wij laten u weten of dat lukt."),
        (20, UNSURE["email"]),
    ],
    ids=["in time", "on the last day"],
)
def test_the_message_about_another_hour_says_that_it_is_not_arranged_for_that(
    cast, zahra, made, at, arrange, channel, hours, words
):
    Candidate.objects.update(preferred_channel=channel, phone="+31612345678")
    answers(zahra, "yes", at)
    arrange(zahra)
    if hours < 24:
        has_read_the_last_message(zahra, made)
    later = {"starts_at": made.starts_at + timedelta(hours=2), "ends_at": made.ends_at + timedelta(hours=2)}
    when = max(at, made.starts_at - timedelta(hours=hours))
    change_gathering(actor=cast.own.actor(), at=when, gathering_id=made.pk, **later)
    body = told("changed", zahra).get().body
    assert (words if channel == "email" else UNSURE["sms"]) in body and "Er is een tolk." not in body


@pytest.mark.parametrize(("channel", "is_called"), [("email", False), ("letter", False), ("call", True)])
def test_who_gets_no_message_of_the_day_before_hears_it_by_letter_or_call(
    cast, zahra, made, at, arrange, log_in, channel, is_called
):
    Candidate.objects.update(preferred_channel=channel, address="Dijk 1")
    type(zahra).objects.update(channel=channel)
    zahra.refresh_from_db()
    answers(zahra, "yes", at)
    client = log_in(cast.own.account())
    arrange(zahra)
    assert (
        "alleen te bellen · tolk geregeld" in text_of(client.get(at_page("gathering", made)))
    ) is is_called
    assert [m.channel for m in told("arranged", zahra)] == (["letter"] if channel == "letter" else [])
