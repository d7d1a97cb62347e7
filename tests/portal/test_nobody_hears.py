"""For ten minutes nobody hears that a talk was called off; what was told is not taken back; what is only thought of is
no appointment."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar
from tests.matches.making_talks import send, told_appointment

from werktop.audit.actors import SYSTEM
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.post.commands import NotYet, deliver_message, mark_letters_printed, retry_message
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
OFF = ("follow_up_off", "follow_up_ends")
OTHER = {"candidate": "entrepreneur", "entrepreneur": "candidate"}
SIDES = pytest.mark.parametrize("side", ["candidate", "entrepreneur"])
ANSWERS = pytest.mark.parametrize("answer", ["declined", "unsuitable"])


@pytest.fixture
def told(cast, at):
    """An appointment of Fatima and Joris at his first hour; he gave two."""
    return told_appointment(cast, at)


@pytest.fixture
def path_of(told, address_of):
    row = FollowUp.objects.get()
    guests = {"candidate": told.guests[0], "entrepreneur": told.firms[0]}
    return lambda side, page="": address_of(
        guests[side], "follow_up", page=page, about_kind="follow_up", about_id=row.pk
    )


@pytest.fixture
def seen_by(visitor, path_of):
    """`seen_by("candidate")`: the page behind that side's link, without what differs at every visit."""

    def do(side):
        text = visitor.get(path_of(side)).content.decode()
        return re.sub(
            r'(name="(csrfmiddlewaretoken|request_key)" value|nonce|href|data-csrf)="[^"]*"', "", text
        )

    return do


@SIDES
@ANSWERS
def test_the_other_sees_the_appointment_as_it_was_until_it_cannot_be_taken_back(
    say, seen_by, visitor, path_of, side, answer, at, clock
):
    other = OTHER[side]
    before = seen_by(other)
    say(path_of(side), answer=answer)
    clock.set(at + TAKE_BACK - timedelta(seconds=1))
    assert seen_by(other) == before
    file = Calendar.from_ical(visitor.get(path_of(other, "follow_up_calendar")).content)
    assert file["method"] == "PUBLISH"
    clock.set(at + TAKE_BACK)
    assert "gaat niet door" in seen_by(other)


@SIDES
def test_the_other_does_not_learn_it_by_taking_back_what_it_did_not_say(say, path_of, side):
    say(path_of(side), answer="declined")
    text = say(path_of(OTHER[side]), answer="undo").content.decode()
    assert "weet al" not in text and "U praat verder" in text
    assert FollowUp.objects.get().status == "declined"


@SIDES
@pytest.mark.parametrize("first", ["declined", "unsuitable"])
@pytest.mark.parametrize("second", ["declined", "unsuitable"])
def test_what_both_call_off_neither_puts_back_alone(say, path_of, side, first, second, at, clock, carry_post):
    say(path_of(side), answer=first)
    clock.set(at + timedelta(minutes=2))
    text = say(path_of(OTHER[side]), answer=second).content.decode()
    assert "Goed. Dit" in text and "gaat niet door" in text and "Zet de afspraak terug" not in text
    say(path_of(side), answer="undo")
    is_declined = "declined" in (first, second)
    row = FollowUp.objects.get()
    assert row.status == ("declined" if is_declined else "unsuitable")
    clock.set(at + timedelta(minutes=2) + TAKE_BACK)
    carry_post()
    sent = Message.objects.filter(purpose__in=OFF, status="sent")
    assert set(sent.values_list("purpose", flat=True)) == {
        "follow_up_ends" if is_declined else "follow_up_off"
    }
    assert sent.count() == 2
    assert NextStep.objects.count() == is_declined
    if is_declined:
        assert not FreeBlock.objects.exclude(taken_by=None).exists()


@SIDES
def test_what_waits_for_the_ten_minutes_is_not_sent_earlier_by_hand(cast, say, path_of, side, at):
    say(path_of(side), answer="declined")
    waiting = Message.objects.filter(purpose__in=OFF)
    for message in waiting:
        with pytest.raises(NotYet):
            retry_message(actor=cast.own.actor(), at=at + timedelta(minutes=1), message_id=message.pk)
        deliver_message(actor=SYSTEM, at=at + timedelta(minutes=1), message_id=message.pk)
    assert set(waiting.values_list("status", flat=True)) == {"waiting"}
    assert retry_message(actor=cast.own.actor(), at=at + TAKE_BACK, message_id=waiting.first().pk)


def test_a_letter_whose_moment_is_to_come_is_not_put_down_as_printed(cast, say, path_of, at):
    say(path_of("candidate"), answer="declined")
    Message.objects.filter(purpose__in=OFF).update(channel="letter")
    keys = list(Message.objects.filter(purpose__in=OFF).values_list("pk", flat=True))
    assert mark_letters_printed(actor=cast.own.actor(), at=at + timedelta(minutes=1), message_ids=keys) == 0
    assert mark_letters_printed(actor=cast.own.actor(), at=at + TAKE_BACK, message_ids=keys) == 2


@ANSWERS
def test_what_somebody_was_told_is_not_taken_back_however_early_the_tap_came_in(
    cast, say, path_of, answer, at, clock
):
    say(path_of("candidate"), answer=answer)
    waiting = Message.objects.filter(purpose__in=OFF)
    one, other = waiting
    deliver_message(actor=SYSTEM, at=at + TAKE_BACK, message_id=one.pk)
    clock.set(at + TAKE_BACK - timedelta(seconds=1))
    assert "weet al" in say(path_of("candidate"), answer="undo").content.decode()
    assert FollowUp.objects.get().status == answer
    # and the other one still hears of it
    assert Message.objects.get(pk=other.pk).status == "waiting"


def test_an_earlier_calling_off_does_not_stand_in_the_way_of_a_later_tap(cast, say, path_of, told, at, clock):
    say(path_of("candidate"), answer="unsuitable")
    Message.objects.filter(purpose__in=OFF).update(status="sent", sent_at=at + TAKE_BACK)
    clock.set(at + timedelta(hours=1))
    send(cast, at + timedelta(hours=1), told)
    clock.set(at + timedelta(hours=2))
    say(path_of("candidate"), answer="declined")
    say(path_of("candidate"), answer="undo")
    assert FollowUp.objects.get().status == "sent"


@SIDES
def test_a_talk_that_a_colleague_only_thinks_of_is_no_appointment_on_the_old_link(
    cast, say, visitor, path_of, told, side, at, clock
):
    row = FollowUp.objects.get()
    say(path_of("candidate"), answer="declined")
    clock.set(at + timedelta(days=1))
    commands.add_follow_up(
        actor=cast.own.actor(), at=at + timedelta(days=1), gathering_id=told.gathering.pk,
        candidate_id=row.candidate_id, entrepreneur_id=row.entrepreneur_id,
    )  # fmt: skip
    text = visitor.get(path_of(side)).content.decode()
    assert "Er is nu geen afspraak" in text
    for words in ("U praat verder", "Dit was de afspraak", "Zet in mijn agenda", "Dit moment kan niet"):
        assert words not in text
    assert visitor.get(path_of(side, "follow_up_calendar")).status_code == 404
    row.refresh_from_db()
    assert row.starts_at is None


def test_of_a_talk_that_was_held_nobody_hears_that_it_is_off(cast, say, path_of, at, carry_post, clock):
    say(path_of("candidate"), answer="unsuitable")
    commands.note_outcome(
        actor=cast.own.actor(), at=at + timedelta(minutes=1), follow_up_id=FollowUp.objects.get().pk, outcome="talk_on"
    )  # fmt: skip
    clock.set(at + TAKE_BACK)
    carry_post()
    assert set(Message.objects.filter(purpose__in=OFF).values_list("status", flat=True)) == {"withdrawn"}


@pytest.mark.parametrize(
    "facts, goes",
    [
        ({"status": "unsuitable"}, "sent"),
        ({"status": "proposed"}, "sent"),
        ({"status": "sent"}, "withdrawn"),
        ({"status": "held", "outcome": "work"}, "withdrawn"),
        ({"status": "sent", "outcome": "not_held"}, "sent"),
    ],
)
def test_what_is_not_true_any_more_does_not_leave(say, path_of, facts, goes, at):
    say(path_of("candidate"), answer="unsuitable")
    FollowUp.objects.update(**facts, outcome_at=at)
    for message in Message.objects.filter(purpose__in=OFF):
        assert deliver_message(actor=SYSTEM, at=at + TAKE_BACK, message_id=message.pk) == goes
