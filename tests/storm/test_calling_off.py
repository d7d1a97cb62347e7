"""A guest takes a call-off back while its message leaves, or while a colleague sends the talk anew: one comes after the
other, and what was done counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests.matches.making_talks import send, told_appointment

from werktop.audit.actors import SYSTEM, Actor
from werktop.matches import commands
from werktop.matches.commands import taking_back
from werktop.matches.models import FollowUp
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.matches.refusals import TooLateToTakeBack
from werktop.post import gateways
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told(cast, at):
    """Fatima and Joris have an appointment at the first of his two hours."""
    return told_appointment(cast, at)


@pytest.fixture
def take_back(at, told):
    """Fatima calls the moment off; `take_back()` is her tap a second before it is too late."""
    talk = FollowUp.objects.get()
    fatima = Actor(
        "candidate", id=talk.candidate_id, organisation_id=talk.organisation_id, region_id=talk.region_id,
        link_purpose="follow_up", link_about_id=talk.pk,
    )  # fmt: skip
    commands.say_it_does_not_suit(actor=fatima, at=at, follow_up_id=talk.pk)
    return lambda: commands.take_back_calling_off(
        actor=fatima, at=at + TAKE_BACK - timedelta(seconds=1), follow_up_id=talk.pk
    )


@pytest.fixture
def taken_back_while_it_leaves(at, take_back, beside):
    """`()`: the message is handed over and not written down as sent yet when she taps; gives what that gave."""

    def do():
        off = Message.objects.filter(purpose="follow_up_off").order_by("id").first()
        with transaction.atomic():
            assert deliver_message(actor=SYSTEM, at=at + TAKE_BACK, message_id=off.pk) == "sent"
            beside(take_back)
        (came,) = beside.end()
        return came

    return do


def test_what_is_leaving_right_now_is_not_taken_back(taken_back_while_it_leaves):
    assert isinstance(taken_back_while_it_leaves(), TooLateToTakeBack)
    assert FollowUp.objects.get().status == "unsuitable"
    assert Message.objects.filter(purpose="follow_up_off", status="waiting").count() == 1


def test_without_the_look_at_what_went_out_it_stands_while_somebody_heard_that_it_is_off(
    taken_back_while_it_leaves, monkeypatch
):
    monkeypatch.setattr(taking_back, "has_gone_out", lambda **_asked: False)
    assert taken_back_while_it_leaves() is True
    assert FollowUp.objects.get().status == "sent"


@pytest.fixture
def taken_back_while_it_is_sent_anew(cast, at, told, take_back, beside):
    """`()`: the talk goes out with the second hour, and that is not stored yet when she taps; gives what that gave."""

    def do():
        with transaction.atomic():
            send(cast, at + timedelta(minutes=9), told)
            beside(take_back)
        (came,) = beside.end()
        return came

    return do


def hours_told_and_kept(at):
    talk = FollowUp.objects.get()
    return Message.objects.filter(purpose="follow_up", created_at__gt=at).count(), talk.starts_at - at


def test_an_appointment_that_goes_out_anew_keeps_its_new_hour(taken_back_while_it_is_sent_anew, at):
    assert taken_back_while_it_is_sent_anew() is False
    assert hours_told_and_kept(at) == (2, timedelta(days=7, hours=2))


def test_without_the_lock_it_has_another_hour_than_the_one_they_were_told(
    taken_back_while_it_is_sent_anew, at, monkeypatch
):
    monkeypatch.setattr(taking_back, "lock_hours", lambda *_asked, **_more: None)
    taken_back_while_it_is_sent_anew()
    assert hours_told_and_kept(at) == (2, timedelta(days=7))


def test_two_workers_that_hold_the_same_message_hand_it_over_once(at, told, beside, monkeypatch):
    Message.objects.update(status="waiting", sent_at=None)
    message = Message.objects.filter(status="waiting", channel="email").first()
    handed = []

    def slowly(_gateway, leaving):
        handed.append(leaving.pk)
        if len(handed) == 1:
            beside(lambda: deliver_message(actor=SYSTEM, at=at, message_id=message.pk))

    monkeypatch.setattr(gateways.Mail, "send", slowly)
    assert deliver_message(actor=SYSTEM, at=at, message_id=message.pk) == "sent"
    assert beside.end() == [""]
    assert handed == [message.pk]
