"""Who came for others and has no talk of it is thanked once; candidates without a talk hear of a step by a person."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.matches.making_talks import click, evening, propose, send

from werktop.gatherings.models import Guest
from werktop.matches.models import FollowUp
from werktop.matches.refusals import TalkIsSent
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


def thanked() -> list:
    """Keys of who was thanked, one for each message."""
    return list(Message.objects.filter(purpose="thanks").values_list("to_id", flat=True))


def test_an_entrepreneur_without_a_talk_is_thanked_once(cast, at):
    told, key = evening(cast, candidates=2, entrepreneurs=3), uuid4()
    Guest.objects.filter(pk=told.firms[2].pk).update(arrived_at=None)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    assert send(cast, at, told, key=key)["thanks"] == 1
    assert send(cast, at, told, key=key)["thanks"] == 1, "the same request"
    with pytest.raises(TalkIsSent):
        send(cast, at, told)
    assert thanked() == [told.partners[1].pk], "not who talks on, nor who did not come"


def test_later_steps_thank_nobody_again(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    propose(cast, at, told)
    send(cast, at, told)
    late = told.guests[0]
    Guest.objects.filter(pk=late.pk).update(arrived_at=at)
    click(told, told.guests[0], told.firms[0])
    propose(cast, at + timedelta(hours=1), told)
    assert send(cast, at + timedelta(hours=1), told)["thanks"] == 0
    assert thanked() == [told.partners[0].pk]


def test_who_may_still_get_a_talk_or_heard_of_one_waits(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=2)
    for guest, firm in zip(told.guests, told.firms, strict=True):
        click(told, guest, firm)
    propose(cast, at, told)
    first = FollowUp.objects.get(candidate=told.people[0])
    assert send(cast, at, told, rows=[first.pk])["thanks"] == 0, "the other proposal stands open"
    FollowUp.objects.filter(pk=first.pk).update(status="declined")
    second = FollowUp.objects.get(candidate=told.people[1])
    assert send(cast, at, told, rows=[second.pk])["thanks"] == 0


def test_nobody_is_thanked_while_the_gathering_runs(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    told.gathering.status = "running"
    told.gathering.save()
    propose(cast, at, told)
    assert send(cast, at, told)["thanks"] == 0
    assert not thanked()


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Dank u wel dat u er was"), ("en", "Thank you for being there")]
)
@pytest.mark.parametrize("by_mail", [True, False])
def test_the_thanks_are_short_in_the_own_words_and_promise_nothing(cast, at, language, words, by_mail):
    told = evening(cast, candidates=1, entrepreneurs=1)
    (partner,) = told.partners
    partner.languages, partner.phone = [language], "+31612345678"
    partner.email = partner.email if by_mail else ""
    partner.save()
    propose(cast, at, told)
    send(cast, at, told)
    message = Message.objects.get(purpose="thanks")
    assert message.channel == ("email" if by_mail else "sms")
    assert words in message.body
    assert cast.own.organisation.name in message.body
    for promise in ("belt", "bellen", "zoeken", "call you", "look for", "gesprek", "talk"):
        assert promise not in message.body.partition(cast.own.organisation.name)[0]


def test_a_candidate_without_a_talk_hears_who_takes_the_next_step(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=1)
    # both would like to, and nobody chose them
    for guest in told.guests:
        click(told, guest, told.firms[0], is_mutual=False)
    propose(cast, at, told)
    assert send(cast, at, told)["steps"] == 2
    assert Message.objects.filter(to_kind="candidate").count() == 2
    for message in Message.objects.filter(to_kind="candidate"):
        assert message.purpose == "next_step"
        assert cast.own.account().name in message.body
        for hurt in ("niemand", "niet gekozen", "helaas", "geen gesprek"):
            assert hurt not in message.body.lower()
