"""Who was there and has no talk is thanked also by telephone, and where nothing is sent after a gathering."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.matches.making_talks import click, evening, propose, send

from werktop.desk.queries import today_of
from werktop.employers import commands as employers
from werktop.employers.models import Entrepreneur
from werktop.gatherings.commands.day import confirm_was_here
from werktop.matches import commands
from werktop.matches.models import ThanksCall
from werktop.matches.queries.thanks import WEEKS, thanks_by_call
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast):
    """Joris, whom an e-mail reaches, and Ineke, whom only a call does, were there; no candidate came."""
    made = evening(cast, candidates=0, entrepreneurs=2)
    Entrepreneur.objects.filter(pk=made.partners[1].pk).update(email="", phone="+31344123456")
    return made


def thank(browser, told):
    return browser.post(
        reverse("matches:thank", args=[told.gathering.pk]), {"request_key": str(uuid4())}, follow=True
    )


def test_where_nothing_is_to_be_sent_a_button_thanks_who_came_once(cast, at, log_in, told):
    browser = log_in(cast.own.account())
    after = reverse("matches:after", args=[told.gathering.pk])
    assert "2 ondernemers die er waren, kregen nog geen bedankje" in browser.get(after).content.decode()
    text = thank(browser, told).content.decode()
    assert "1 ondernemer zonder gesprek krijgt een bedankje. Bel nog 1 ondernemer" in text
    assert "Bedanken voor het komen" in text and "nog geen bedankje" not in text
    assert [m.to_id for m in Message.objects.filter(purpose="thanks")] == [told.partners[0].pk]
    assert "Iedereen is al bedankt" in thank(browser, told).content.decode()
    assert ThanksCall.objects.count() == Message.objects.filter(purpose="thanks").count() == 1


def test_a_call_of_thanks_stands_on_today_until_it_is_ticked(cast, at, log_in, told):
    browser = log_in(cast.own.account())
    thank(browser, told)
    assert "Bel om te bedanken" in browser.get("/").content.decode()
    assert today_of(cast.own.actor(), at).count == 1
    assert today_of(cast.other.actor(), at).thanks_calls == []
    address = reverse("matches:note_thanked", args=[told.gathering.pk, told.partners[1].pk])
    answer = browser.post(address, {"request_key": str(uuid4())}, follow=True)
    assert "Bedanken voor het komen" not in answer.content.decode()
    assert today_of(cast.own.actor(), at).thanks_calls == []
    assert ThanksCall.objects.get().called_at == at
    unknown = reverse("matches:note_thanked", args=[told.gathering.pk, told.partners[0].pk])
    assert browser.post(unknown, {"request_key": str(uuid4())}).status_code == 404


def test_after_some_weeks_it_is_asked_no_more(cast, at, log_in, told):
    thank(log_in(cast.own.account()), told)
    assert thanks_by_call(cast.own.actor(), at + timedelta(weeks=WEEKS, days=-1))
    assert thanks_by_call(cast.own.actor(), at + timedelta(weeks=WEEKS, days=1)) == []


def test_where_something_is_sent_the_thanks_go_with_it(cast, at, log_in):
    made = evening(cast, candidates=1, entrepreneurs=2)
    Entrepreneur.objects.filter(pk=made.partners[1].pk).update(email="", phone="+31344123456")
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    after = reverse("matches:after", args=[made.gathering.pk])
    assert "nog geen bedankje" not in log_in(cast.own.account()).get(after).content.decode()
    counts = send(cast, at, made)
    assert (counts["thanks"], counts["thanks_calls"]) == (0, 1)
    assert ThanksCall.objects.get().entrepreneur == made.partners[1]


def test_nobody_is_thanked_before_the_end_nor_by_another_organisation(cast, log_in, told):
    assert thank(log_in(cast.other.account()), told).status_code == 403
    told.gathering.status = "running"
    told.gathering.save()
    browser = log_in(cast.own.account())
    answer = thank(browser, told)
    assert (answer.status_code, "nog niet afgesloten" in answer.content.decode()) == (409, True)
    assert not ThanksCall.objects.exists() and not Message.objects.exists()


def test_who_is_erased_is_to_be_thanked_no_more_history_included(cast, at, log_in, told):
    thank(log_in(cast.own.account()), told)
    employers.erase_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=told.partners[1].pk, reason="asked"
    )
    assert not ThanksCall.objects.exists()
    assert not ThanksCall.pgh_event_model.objects.exists()


def has_a_talk(cast, at, made):
    commands.add_follow_up(
        actor=cast.own.actor(), at=at, gathering_id=made.gathering.pk, candidate_id=made.people[0].pk,
        entrepreneur_id=made.partners[0].pk,
    )  # fmt: skip


def stops(cast, at, made):
    employers.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=made.partners[0].pk, is_active=False
    )


def was_not_there(cast, at, made):
    made.gathering.status = "finished"
    made.gathering.save()
    confirm_was_here(actor=cast.own.actor(), at=at, guest_id=made.firms[0].pk, is_here=False)


@pytest.mark.parametrize("what", [has_a_talk, stops, was_not_there])
def test_who_needs_no_thanks_any_more_is_on_no_list(cast, at, what):
    made = evening(cast, candidates=1, entrepreneurs=1)
    Entrepreneur.objects.update(email="", phone="+31344123456")
    actor = cast.own.actor()
    commands.thank_who_came(actor=actor, at=at, gathering_id=made.gathering.pk)
    assert len(thanks_by_call(actor, at)) == 1
    what(cast, at, made)
    assert thanks_by_call(actor, at) == []
    assert thanks_by_call(actor, at, gathering_id=made.gathering.pk) == []
