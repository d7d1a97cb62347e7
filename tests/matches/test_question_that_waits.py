"""The question after the talk that still waits ends: when no answer is taken any more, when it is answered, when it is known
what follows, and when somebody stops."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.gatherings.day_making import running_day
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry
from werktop.candidates import commands as candidates
from werktop.gatherings import jobs
from werktop.gatherings.commands.talk_on import ask_talk_on
from werktop.gatherings.commands.talks import answer_talk_on
from werktop.gatherings.day_refusals import TooLateToAsk
from werktop.gatherings.models import Gathering
from werktop.gatherings.queries.talks import ANSWERS_TAKEN_FOR
from werktop.post.commands import deliver_message, end_late_letters
from werktop.post.models import Link, Message
from werktop.post.paper import letters_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(cast, at):
    """Six guests of a gathering that ended at `at` were asked; Fatima by letter. Nothing has left yet."""
    day = running_day(cast.own, at=at)
    fatima = day.guests["Fatima"].candidate
    by_letter = {"email": "", "phone": "", "preferred_channel": "letter", "address": "Dijk 1"}
    type(fatima).objects.filter(pk=fatima.pk).update(**by_letter)
    Gathering.objects.update(status="finished", ends_at=at)
    ask_talk_on(actor=cast.own.actor(), at=at, gathering_id=day.gathering.pk)
    return day


def questions():
    return Message.objects.filter(purpose="talk_on")


def tried(key, at) -> str:
    return deliver_message(actor=SYSTEM, at=at, message_id=key)


def test_it_leaves_as_long_as_it_can_be_answered_and_not_after(asked, at):
    one, other = questions().filter(channel="email")[:2]
    assert tried(one.pk, at + ANSWERS_TAKEN_FOR - timedelta(minutes=1)) == "sent"
    assert tried(other.pk, at + ANSWERS_TAKEN_FOR) == "withdrawn"


@pytest.mark.parametrize(
    ("days", "is_printed", "is_late"), [(16, True, False), (20, False, True), (21, False, False)]
)
def test_a_letter_that_would_arrive_after_the_last_answer_is_told_by_a_call(
    cast, asked, at, days, is_printed, is_late
):
    found = letters_of(cast.own.actor(), at=at + timedelta(days=days))
    (letter,) = questions().filter(channel="letter")
    assert ([m.pk for m in found.to_print] == [letter.pk]) is is_printed
    assert ([m.pk for m in found.too_late] == [letter.pk]) is is_late
    ended = end_late_letters(actor=SYSTEM, at=at + timedelta(days=days))
    assert ended == (0 if is_printed or is_late else 1)


@pytest.mark.parametrize(("days", "open_days"), [(0, 21), (5, 26), (20, 30)])
def test_the_link_closes_before_what_was_chosen_is_deleted(cast, at, days, open_days):
    told = evening(cast, candidates=1, entrepreneurs=1)
    Gathering.objects.update(status="finished", starts_at=at, ends_at=at + timedelta(minutes=1))
    ask_talk_on(actor=cast.own.actor(), at=at + timedelta(days=days), gathering_id=told.gathering.pk)
    assert {link.expires_at for link in Link.objects.filter(purpose="talk_on")} == {
        at + timedelta(days=open_days)
    }


def test_once_no_answer_is_taken_any_more_nobody_is_asked(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    Gathering.objects.update(status="finished", ends_at=at)
    who = {"actor": cast.own.actor(), "gathering_id": told.gathering.pk}
    with pytest.raises(TooLateToAsk):
        ask_talk_on(at=at + ANSWERS_TAKEN_FOR + timedelta(minutes=1), **who)
    assert not questions().exists() and not Link.objects.exists()
    assert ask_talk_on(at=at + ANSWERS_TAKEN_FOR, **who)["asked"] == 2


def test_every_night_what_failed_and_can_no_more_be_answered_is_laid_away(asked, at, clock):
    questions().filter(channel="email").update(status="failed")
    clock.set(at + ANSWERS_TAKEN_FOR - timedelta(hours=1))
    jobs.withdraw(0)
    assert not questions().filter(status__in=["withdrawn", "too_late"]).exists()
    clock.set(at + ANSWERS_TAKEN_FOR + timedelta(days=1))
    jobs.withdraw(0)
    assert set(questions().values_list("channel", "status")) == {
        ("email", "withdrawn"),
        ("letter", "too_late"),
    }


def test_who_told_the_answer_to_a_colleague_gets_no_question_any_more(cast, asked, at):
    guest = asked.guests["Fatima"]
    before = questions().filter(status="waiting").count()
    answer_talk_on(
        actor=cast.own.actor(), at=at, gathering_id=asked.gathering.pk, holder_kind="candidate",
        holder_id=guest.candidate_id, chosen_guest_ids=[],
    )  # fmt: skip
    assert questions().get(to_id=guest.candidate_id).status == "withdrawn"
    assert questions().filter(status="waiting").count() == before - 1


def test_who_hears_what_follows_is_not_asked_after_it(cast, at):
    told = evening(cast, candidates=2, entrepreneurs=2)
    Gathering.objects.update(status="finished", ends_at=at)
    give_hours(cast, at, told, told.partners[0])
    click(told, told.guests[0], told.firms[0])
    ask_talk_on(actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk)
    propose(cast, at, told)
    # the appointment of Fatima and Joris, and the next step of Yonas; Ineke hears of neither
    send(cast, at, told)
    waiting = questions().filter(status="waiting").values_list("to_id", flat=True)
    assert set(waiting) == {told.partners[1].pk}


def test_stopping_after_several_gatherings_is_one_line_in_the_trail_and_none_where_nothing_waits(cast, at):
    person = making.candidate(cast.own, "Yonas")
    for days in (3, 2, 1):
        made = making.gathering(cast.own, starts_at=at - timedelta(days=days))
        making.guest(made, person, arrived_at=made.starts_at)
        made.status = "finished"
        made.save()
        ask_talk_on(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    assert questions().filter(status="waiting").count() == 3
    candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=person.pk)
    assert set(questions().values_list("status", flat=True)) == {"withdrawn"}
    withdrawals = Entry.objects.filter(verb__startswith="post.withdraw")
    assert withdrawals.count() == 1
    candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=making.candidate(cast.own, "Kees").pk)
    assert withdrawals.count() == 1
