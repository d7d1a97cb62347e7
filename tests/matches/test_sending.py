"""From proposals to appointments: both sides are told once, by their own way, and nothing is sent by halves."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.matches.making_talks import agree, click, evening, give_hours, propose, send

from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.refusals import BlockIsTaken, NothingChosen
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def test_sending_tells_both_sides_once_with_a_calendar_file(cast, at):
    told, key = evening(cast, candidates=2), uuid4()
    give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    first = send(cast, at, told, key=key)
    assert first == {
        "talks": 1,
        "steps": 1,
        "dropped": 0,
        "new_steps": 0,
        "thanks": 1,
        "thanks_calls": 0,
        "lost": [],
    }
    assert send(cast, at, told, key=key) == first
    both = Message.objects.filter(purpose="follow_up")
    assert {m.to_kind for m in both} == {"candidate", "entrepreneur"}
    assert both.count() == 2
    assert all("BEGIN:VEVENT" in m.calendar for m in both)
    step = Message.objects.get(purpose="next_step")
    assert cast.own.account().name in step.body
    assert "niemand" not in step.body.lower()


def test_without_a_block_the_message_says_who_calls(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    assert "belt u" in Message.objects.filter(purpose="follow_up").first().body


def test_a_block_that_another_talk_took_is_refused_and_nothing_is_sent(cast, at):
    told = evening(cast)
    give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    click(told, told.guests[1], told.firms[0])
    propose(cast, at, told)
    without = FollowUp.objects.get(starts_at=None)
    block = FreeBlock.objects.get()
    with pytest.raises(BlockIsTaken):
        send(cast, at, told, choices=[Choice(without.pk, block.pk)])
    assert not Message.objects.exists()
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"proposed"}


def test_nothing_on_akkoord_sends_nothing_and_says_so(cast, at):
    told = evening(cast, candidates=1)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    with pytest.raises(NothingChosen):
        send(cast, at, told, rows=[])


def test_an_employer_is_not_told_which_organisation_a_candidate_belongs_to(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    candidate = told.people[0]
    candidate.organisation = cast.other.organisation
    candidate.save()
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    FollowUp.objects.update(starts_at=at + timedelta(days=2), ends_at=at + timedelta(days=2, hours=1))
    send(cast, at, told)
    Message.objects.update(status="sent", sent_at=at)
    talk = FollowUp.objects.get()
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="candidate")
    to_employer = Message.objects.filter(to_kind="entrepreneur")
    assert {m.purpose for m in to_employer} == {"follow_up", "follow_up_off"}
    for message in to_employer:
        assert cast.other.organisation.name not in message.body + message.calendar
        assert cast.own.organisation.name in message.body
    to_candidate = Message.objects.get(to_kind="candidate", purpose="follow_up")
    assert cast.other.organisation.name in to_candidate.body
    assert cast.own.account().name not in to_candidate.body


def test_a_candidate_without_a_telephone_is_not_promised_a_call(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    told.people[0].phone, told.people[1].phone = "", "+31612345678"
    for person in told.people:
        person.email = "iemand@post.example"
        person.save()
    propose(cast, at, told)
    send(cast, at, told)
    bodies = dict(Message.objects.filter(purpose="next_step").values_list("to_id", "body"))
    assert "belt" not in bodies[told.people[0].pk]
    assert "belt u uiterlijk " in bodies[told.people[1].pk]


def test_a_message_about_a_talk_says_why_it_is_there(cast, at):
    told = evening(cast, candidates=3, entrepreneurs=3)
    click(told, told.guests[0], told.firms[0])
    agree(told, told.guests[1], told.firms[1])
    give_hours(cast, at, told, told.partners[2])
    propose(cast, at, told)
    commands.add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk, candidate_id=told.people[2].pk,
        entrepreneur_id=told.partners[2].pk, key=uuid4(),
    )  # fmt: skip
    send(cast, at, told)
    reasons = ("wil dat ook", "U sprak aan tafel iets af met", "Wij stellen u een gesprek voor met")
    for person, partner, reason in zip(told.people, told.partners, reasons, strict=True):
        for to in (person, partner):
            body = Message.objects.get(purpose="follow_up", to_id=to.pk).body
            assert [each in body for each in reasons] == [each == reason for each in reasons]


def test_a_text_message_about_a_talk_is_short_and_has_the_link(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    told.people[0].preferred_channel, told.people[0].phone = "sms", "+31612345678"
    told.people[0].save()
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    send(cast, at, told)
    sms = Message.objects.get(channel="sms")
    assert "\n" not in sms.body.strip() and "/afspraak/" in sms.body and len(sms.body) < 459
