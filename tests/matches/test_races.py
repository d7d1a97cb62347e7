"""Two colleagues who send at once send once. The same race is shown to go wrong where nobody waits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection
from django.db.models.query import QuerySet
from tests.matches.making_talks import click, evening, give_hours, propose

from werktop.audit.refusals import Refusal
from werktop.matches import commands, messages
from werktop.matches.models import FollowUp, NextStep
from werktop.post.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told(cast, at):
    """One talk with an hour, and one candidate with a next step."""
    made = evening(cast, candidates=2, entrepreneurs=1)
    give_hours(cast, at, made, made.partners[0])
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    return made


@pytest.fixture
def both_send(cast, at, told, monkeypatch):
    """`both_send()`: two colleagues send the same at the same moment; gives their answers or refusals."""
    talks = list(FollowUp.objects.values_list("pk", flat=True))
    steps = list(NextStep.objects.values_list("pk", flat=True))
    begin, inside = Barrier(2), Barrier(2)
    real = {"tell_talk": messages.tell_talk, "tell_step": messages.tell_step}

    def slowly(name, patience):
        def tell(**asked):
            # both have chosen what to send before either is done, where nothing makes one of them wait
            with suppress(BrokenBarrierError):
                inside.wait(timeout=patience)
            return real[name](**asked)

        return tell

    def run(actor, talks, steps):
        try:
            begin.wait()
            return commands.send_follow_ups(
                actor=actor,
                at=at,
                gathering_id=told.gathering.pk,
                agreed_ids=talks,
                choices=[],
                step_ids=steps,
            )
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    def do(*, what, patience):
        monkeypatch.setattr(messages, what, slowly(what, patience))
        asked = (talks, []) if what == "tell_talk" else ([], steps)
        actors = cast.own.actor(), cast.own.actor()
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda actor: run(actor, *asked), actors))

    return do


@pytest.fixture
def nobody_waits(monkeypatch):
    """No row is locked, as if `select_for_update` were not there."""
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, *_asked, **_more: self.all())


@pytest.mark.parametrize(("what", "once"), [("tell_talk", 2), ("tell_step", 1)])
def test_two_who_send_at_once_send_once(both_send, what, once):
    answers = both_send(what=what, patience=1)
    assert sorted(isinstance(each, Refusal) for each in answers) == [False, True]
    (refusal,) = [each for each in answers if isinstance(each, Refusal)]
    assert "collega was eerder" in str(refusal.text)
    assert Message.objects.count() == once


@pytest.mark.usefixtures("nobody_waits")
@pytest.mark.parametrize(("what", "twice"), [("tell_talk", 4), ("tell_step", 2)])
def test_without_the_lock_everything_goes_out_twice(both_send, what, twice):
    both_send(what=what, patience=5)
    assert Message.objects.count() == twice
