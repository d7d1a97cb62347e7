"""Somebody stops while talks are sent, or while the answer to an invitation is noted: the one waits for the other, and
nobody counts on who does not come."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.candidates import commands as candidates
from werktop.candidates.commands import leaving
from werktop.employers import commands as employers
from werktop.employers.commands import people
from werktop.gatherings.commands import answering
from werktop.gatherings.models import Guest
from werktop.matches.commands import arranging, waiting
from werktop.matches.models import FollowUp
from werktop.post.models import Message

pytestmark = pytest.mark.django_db(transaction=True)
SIDES = ["candidate", "entrepreneur"]


@pytest.fixture
def stop(cast, at):
    """`stop(side, person)` gives the command by which this person stops."""

    def made(side: str, person):
        if side == "candidate":
            return lambda: candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=person.pk)
        return lambda: employers.change_entrepreneur(
            actor=cast.own.actor(), at=at, entrepreneur_id=person.pk, is_active=False
        )

    return made


@pytest.fixture
def without_lock(monkeypatch):
    for room in (leaving, people):
        monkeypatch.setattr(room, "hold_around", lambda *_asked: None)


@pytest.fixture(params=SIDES)
def stopped_while_sent(request, cast, at, stop, beside, monkeypatch):
    """`()`: a proposal of two people is sent, and half-way one of the two stops; gives what that gave."""
    told = evening(cast, candidates=1, entrepreneurs=1)
    give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    propose(cast, at, told)
    person = told.people[0] if request.param == "candidate" else told.partners[0]

    def slowly(gathering_id, *, talk_ids=()):
        waiting.lock_hours(gathering_id, talk_ids=talk_ids)
        beside(stop(request.param, person))

    def do():
        monkeypatch.setattr(arranging, "lock_hours", slowly)
        send(cast, at, told)
        return beside.end()

    return do


def how_many_heard(purpose: str) -> int:
    return Message.objects.filter(purpose=purpose).count()


def test_who_stops_while_talks_are_sent_goes_after_them_and_nobody_hears_of_the_talk(stopped_while_sent):
    (refusal_or_nothing,) = stopped_while_sent()
    assert not refusal_or_nothing
    assert FollowUp.objects.get().status == "declined"
    about_it = Message.objects.filter(purpose__startswith="follow_up")
    assert sorted(about_it.values_list("purpose", "status")) == [("follow_up", "withdrawn")] * 2


def test_without_the_lock_both_are_told_of_a_talk_and_not_that_it_is_off(stopped_while_sent, without_lock):
    stopped_while_sent()
    about_it = Message.objects.filter(purpose__startswith="follow_up")
    assert sorted(about_it.values_list("purpose", "status")) == [("follow_up", "waiting")] * 2


@pytest.fixture(params=SIDES)
def stopped_while_answering(request, cast, at, stop, beside, monkeypatch):
    """`()`: a colleague notes "yes", and half-way the guest stops; gives what that gave and how the answer then is."""
    gathering = making.gathering(cast.own, starts_at=at + timedelta(days=10))
    person = (
        making.candidate(cast.own)
        if request.param == "candidate"
        else making.entrepreneur(making.employer(cast.own))
    )
    guest = making.guest(gathering, person, "invited", invited_at=at)
    real = answering.check_may_answer

    def slowly(*asked):
        real(*asked)
        beside(stop(request.param, person))

    def do():
        monkeypatch.setattr(answering, "check_may_answer", slowly)
        faults = []
        try:
            answering.reply_to_invitation(
                actor=cast.own.actor(), at=at, gathering_id=gathering.pk, holder_kind=request.param,
                holder_id=person.pk, reply="yes",
            )  # fmt: skip
        except Exception as fault:
            faults.append(fault)
        return [*faults, *(came for came in beside.end() if came)], Guest.objects.get(pk=guest.pk).reply

    return do


def test_who_stops_while_a_yes_is_noted_is_signed_off_after_it(stopped_while_answering):
    assert stopped_while_answering() == ([], "no")
    assert how_many_heard("signed_off") == 1


def test_without_the_lock_one_of_the_two_is_lost(stopped_while_answering, without_lock):
    faults, reply = stopped_while_answering()
    assert faults or reply == "yes"
