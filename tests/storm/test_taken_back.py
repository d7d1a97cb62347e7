"""A guest takes a wish back while a colleague sends the talks: one comes after the other, and what was stored counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests.matches.making_talks import click, evening, propose, send

from werktop.gatherings.commands import talks
from werktop.matches.commands import arranging
from werktop.matches.models import FollowUp, NextStep
from werktop.post.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told(cast, at):
    """Fatima and Joris chose each other, and their talk is proposed."""
    made = evening(cast, candidates=1, entrepreneurs=1)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    return made


@pytest.fixture
def sent_while_it_is_taken_back(cast, at, told, beside):
    """`()`: Fatima's "with nobody" is written and not stored yet when the sending begins; gives what that gave."""

    def do():
        with transaction.atomic():
            talks.answer_talk_on(
                actor=cast.own.actor(), at=at + timedelta(minutes=5), gathering_id=told.gathering.pk,
                holder_kind="candidate", holder_id=told.people[0].pk, chosen_guest_ids=[],
            )  # fmt: skip
            beside(lambda: send(cast, at + timedelta(minutes=5), told))
        (sent,) = beside.end()
        return sent

    return do


def test_what_is_taken_back_meanwhile_is_not_sent(told, sent_while_it_is_taken_back):
    assert sent_while_it_is_taken_back()["lost"] == [FollowUp.objects.get().pk]
    assert not Message.objects.exists()
    assert NextStep.objects.filter(candidate=told.people[0]).exists()


def test_without_the_lock_it_goes_out(told, sent_while_it_is_taken_back, monkeypatch):
    monkeypatch.setattr(talks, "lock_gathering", lambda _key: None)
    assert sent_while_it_is_taken_back()["talks"] == 1
    assert Message.objects.exists()


def test_without_the_second_look_it_goes_out(told, sent_while_it_is_taken_back, monkeypatch):
    monkeypatch.setattr(arranging, "lost_among", lambda _rows, _wishes: {})
    assert sent_while_it_is_taken_back()["talks"] == 1
    assert Message.objects.exists()
