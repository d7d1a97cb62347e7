"""Hours are taken and freed by several people at once: they come after each other, nobody waits for ever."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from threading import Event

import pytest
from django.db import OperationalError
from tests.matches.making_talks import click, evening, give_hours, propose, send
from tests.storm.side_by_side import Beside

from werktop.matches import commands
from werktop.matches.commands import calling_off
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, FreeBlock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told(cast, at):
    """Fatima's talk was sent for Joris's second hour; his first is free. Yonas's talk with Ineke is a proposal."""
    made = evening(cast, candidates=2, entrepreneurs=2)
    _early, late = give_hours(cast, at, made, made.partners[0], hours=2)
    click(made, made.guests[0], made.firms[0])
    click(made, made.guests[1], made.firms[1])
    propose(cast, at, made)
    made.sent, made.waiting = (FollowUp.objects.get(candidate=person) for person in made.people)
    send(cast, at, made, rows=[made.sent.pk], choices=[Choice(made.sent.pk, block_id=late.pk)])
    return made


@pytest.fixture
def while_it_does_not_suit(cast, at, told, monkeypatch):
    """`(act)`: runs `act` while "does not suit" is half-way; gives what went wrong with either."""
    half_way, may_go_on = Event(), Event()
    real = calling_off.take_first_block

    def slowly(*row, **asked):
        half_way.set()
        assert may_go_on.wait(30)
        return real(*row, **asked)

    def do(act):
        monkeypatch.setattr(calling_off, "take_first_block", slowly)
        off = partial(
            commands.say_it_does_not_suit,
            actor=cast.own.actor(),
            at=at,
            follow_up_id=told.sent.pk,
            said_by="candidate",
        )
        first, second = Beside(off), Beside(act)
        first.start()
        assert half_way.wait(30)
        second.start()
        second.until_it_waits_or_is_done()
        may_go_on.set()
        return [came for came in (first.end(), second.end()) if isinstance(came, Exception)]

    return do


def test_sending_while_a_talk_does_not_suit(cast, at, told, while_it_does_not_suit):
    assert while_it_does_not_suit(lambda: send(cast, at, told, rows=[told.waiting.pk])) == []
    assert set(FollowUp.objects.values_list("status", flat=True)) == {"unsuitable", "sent"}
    assert FreeBlock.objects.get(taken_by=told.sent).starts_at == at + timedelta(days=7)


def test_without_the_one_order_the_two_wait_for_each_other(
    cast, at, told, while_it_does_not_suit, monkeypatch
):
    monkeypatch.setattr(calling_off, "lock_hours", lambda *_asked, **_more: None)
    (fault,) = while_it_does_not_suit(lambda: send(cast, at, told, rows=[told.waiting.pk]))
    assert isinstance(fault, OperationalError)
    assert "deadlock" in str(fault)


@pytest.mark.parametrize("what", ["propose", "give", "answer"])
def test_proposing_anew_and_giving_hours_while_a_talk_does_not_suit(
    cast, at, told, while_it_does_not_suit, what
):
    partner = told.partners[0]
    hours = [(b.starts_at, b.ends_at) for b in FreeBlock.objects.order_by("starts_at")]
    more = [*hours, (hours[-1][1], hours[-1][1] + timedelta(hours=1))]
    of = {"actor": cast.own.actor(), "at": at, "gathering_id": told.gathering.pk}
    act = {
        "propose": lambda: propose(cast, at, told),
        "give": lambda: commands.give_free_blocks(**of, entrepreneur_id=partner.pk, blocks=more),
        "answer": lambda: commands.note_hours(**of, entrepreneur_id=partner.pk, blocks=more, most_talks=2),
    }[what]
    assert while_it_does_not_suit(act) == []
    assert FreeBlock.objects.count() == (2 if what == "propose" else 3)
