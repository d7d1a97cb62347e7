"""No telephone buzzes at night: text messages leave between eight in the morning and eight in the evening."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from werktop.audit.actors import SYSTEM
from werktop.post.commands import deliver_message, retry_message
from werktop.post.gateways import NotNow
from werktop.post.models import Message
from werktop.post.waking_hours import may_leave_at

ZONE = ZoneInfo("Europe/Amsterdam")


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        ("2026-11-24T08:00", "2026-11-24T08:00"),
        ("2026-11-24T19:59", "2026-11-24T19:59"),
        ("2026-11-24T20:00", "2026-11-25T08:00"),
        ("2026-11-24T22:00", "2026-11-25T08:00"),
        ("2026-11-25T07:59", "2026-11-25T08:00"),
        ("2026-03-28T22:00", "2026-03-29T08:00"),  # the clock goes forward that night
        ("2026-12-31T23:00", "2027-01-01T08:00"),
    ],
)
def test_a_text_message_waits_for_the_morning_and_nothing_else_does(at, leaves):
    assert may_leave_at("sms", local(at)) == local(leaves)
    assert may_leave_at("email", local(at)) == local(at)


@pytest.fixture
def sms(lay_down):
    return lambda at, **other: lay_down(channel="sms", to_address="+31612345678", at=at, **other)


@pytest.mark.django_db
def test_laid_down_at_night_it_leaves_in_the_morning_and_the_outbox_says_so(sms, cast, log_in, clock):
    night, morning = local("2026-11-24T22:00"), local("2026-11-25T08:00")
    key = sms(night)
    assert deliver_message(actor=SYSTEM, at=night, message_id=key) == "waiting"
    clock.set(night)
    text = log_in(cast.own.account()).get(reverse("post:outbox")).content.decode()
    assert "Gaat uit op 25 november om 08.00 uur. ’s Nachts gaat er geen sms uit." in text
    assert "Volgende poging" not in text, "none was made"
    assert deliver_message(actor=SYSTEM, at=morning, message_id=key) == "sent"


@pytest.mark.django_db
def test_what_is_held_back_until_the_evening_leaves_in_the_morning_too(sms):
    evening = local("2026-11-24T19:55")
    key = sms(evening, not_before_at=evening + timedelta(minutes=10))
    assert Message.objects.get(pk=key).not_before_at == local("2026-11-25T08:00")


@pytest.mark.django_db
def test_what_comes_up_late_or_is_tried_again_at_night_waits(sms, cast, monkeypatch):
    day, night, morning = local("2026-11-24T19:30"), local("2026-11-24T21:00"), local("2026-11-25T08:00")
    key = sms(day)
    # no worker was there before the night
    assert deliver_message(actor=SYSTEM, at=night, message_id=key) == "waiting"
    assert Message.objects.get(pk=key).not_before_at == morning

    class Down:
        def send(self, message):
            raise NotNow("down")

    monkeypatch.setattr("werktop.post.commands.sending.gateway_of", lambda channel: Down())
    deliver_message(actor=SYSTEM, at=morning, message_id=key)
    monkeypatch.undo()
    retry_message(actor=cast.own.actor(), at=night + timedelta(days=1), message_id=key)
    assert deliver_message(actor=SYSTEM, at=night + timedelta(days=1), message_id=key) == "waiting"
    assert deliver_message(actor=SYSTEM, at=morning + timedelta(days=1), message_id=key) == "sent"


@pytest.mark.django_db
def test_what_is_planned_for_the_day_says_nothing_of_the_night(sms, cast, log_in, clock):
    clock.set(local("2026-11-24T12:00"))
    sms(local("2026-11-24T12:00"), not_before_at=local("2026-11-30T13:30"))
    text = log_in(cast.own.account()).get(reverse("post:outbox")).content.decode()
    assert "Gaat uit op 30 november om 13.30 uur." in text and "geen sms uit" not in text
