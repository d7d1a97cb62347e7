"""What a colleague did, wrote or chose for a candidate stays, and who was promised another moment hears the end of it."""

from datetime import timedelta

import pytest
from tests import making
from tests.matches.making_talks import click, evening, propose, send, told_appointment

from werktop.audit.actors import Actor
from werktop.matches import commands
from werktop.matches.commands.arranging import Choice
from werktop.matches.models import FollowUp, NextStep
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.matches.queries.steps import steps_of
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def told(cast, at):
    """An appointment of Fatima and Joris at his first hour; he gave two. Ineke was there too."""
    return told_appointment(cast, at, entrepreneurs=2)


@pytest.fixture
def talk(told):
    return FollowUp.objects.get()


@pytest.fixture
def fatima(talk):
    return Actor(
        "candidate", id=talk.candidate_id, organisation_id=talk.organisation_id, region_id=talk.region_id,
        link_purpose="follow_up", link_about_id=talk.pk,
    )  # fmt: skip


def step(talk, at, **facts):
    return NextStep.objects.create(
        gathering_id=talk.gathering_id, region_id=talk.region_id, organisation_id=talk.organisation_id,
        candidate_id=talk.candidate_id, made_at=at, **facts,
    )  # fmt: skip


def rows():
    return list(NextStep.objects.order_by("id").values())


def test_a_step_that_is_done_stays_as_it_was_and_a_new_one_comes_beside_it(at, talk, fatima):
    done = step(talk, at, words="Gebeld over de opleiding.", told_at=at, done_at=at)
    before = rows()
    commands.decline_talk(actor=fatima, at=at + timedelta(minutes=1), follow_up_id=talk.pk)
    assert NextStep.objects.filter(pk=done.pk).values().get() == before[0]
    assert NextStep.objects.get(done_at=None).reason == "declined"
    commands.take_back_calling_off(actor=fatima, at=at + timedelta(minutes=2), follow_up_id=talk.pk)
    assert rows() == before


@pytest.mark.parametrize(
    "facts", [{"words": "Bel over de fiets."}, {"is_chosen": True}, {"reason": "network"}]
)
def test_a_step_that_a_colleague_took_up_meanwhile_is_not_taken_back(at, talk, fatima, facts):
    commands.decline_talk(actor=fatima, at=at + timedelta(minutes=1), follow_up_id=talk.pk)
    NextStep.objects.update(**facts)
    before = rows()
    commands.take_back_calling_off(actor=fatima, at=at + timedelta(minutes=2), follow_up_id=talk.pk)
    assert rows() == before


def test_a_decline_that_a_colleague_notes_names_nobody_who_did_not_say_so(cast, at, talk):
    commands.decline_talk(actor=cast.own.actor(), at=at, follow_up_id=talk.pk, said_by="entrepreneur")
    (made,) = steps_of(NextStep.objects.all())
    assert "Een gesprek gaat niet door" in made.words
    assert "ondernemer" not in made.words


@pytest.mark.parametrize(
    "facts, stays", [({}, False), ({"words": "Bel over de fiets."}, True), ({"is_chosen": True}, True)]
)
def test_where_a_talk_goes_out_only_steps_without_a_colleagues_own_end(cast, at, told, talk, facts, stays):
    FollowUp.objects.update(status="proposed")
    step(talk, at, **facts)
    Message.objects.all().delete()
    propose(cast, at, told)
    assert NextStep.objects.exists() == stays
    if not stays:
        step(talk, at)
    send(cast, at, told)
    assert NextStep.objects.exists() == stays
    # and the candidate gets one message, about the talk
    to_candidates = Message.objects.filter(to_kind="candidate")
    assert set(to_candidates.values_list("purpose", flat=True)) == {"follow_up"}


def test_an_idea_that_a_colleague_chose_counts_as_chosen(cast, at, talk):
    firm = making.employer(cast.own)
    made = step(talk, at, introducer=making.entrepreneur(firm, "Linda"), firm=firm, reason="network")
    commands.choose_next_step(actor=cast.own.actor(), at=at, next_step_id=made.pk)
    made.refresh_from_db()
    assert made.is_chosen


@pytest.fixture
def off(at, talk, fatima):
    """Fatima said that the moment does not suit, and both were told; Joris's second hour is proposed."""
    commands.say_it_does_not_suit(actor=fatima, at=at, follow_up_id=talk.pk)
    Message.objects.update(status="sent", sent_at=at + TAKE_BACK)
    return talk


@pytest.mark.parametrize("is_elsewhere", [False, True])
def test_who_was_promised_another_moment_hears_that_the_talk_does_not_go_on(
    cast, at, told, off, is_elsewhere
):
    later = at + timedelta(hours=1)
    choice = (
        Choice(off.pk, entrepreneur_id=told.partners[1].pk)
        if is_elsewhere
        else Choice(off.pk, is_dropped=True)
    )
    send(cast, later, told, choices=[choice])
    ends = Message.objects.filter(purpose="follow_up_ends")
    assert set(ends.values_list("to_kind", flat=True)) == {"candidate", "entrepreneur"}
    for message in ends:
        assert "gaat niet door" in message.body and "U hoeft niets te doen" in message.body
        assert "belt u" not in message.body and "schrijft u" not in message.body
        # the hour that they knew, and not the one that was only proposed since
        assert "dinsdag 1 december, 10.00" in message.body
    assert Message.objects.filter(purpose="follow_up", created_at=later).count() == 2 * is_elsewhere


def test_of_a_promise_that_has_not_gone_out_only_the_end_is_heard(cast, at, told, talk, fatima):
    commands.say_it_does_not_suit(actor=fatima, at=at, follow_up_id=talk.pk)
    send(cast, at + timedelta(minutes=1), told, choices=[Choice(talk.pk, is_dropped=True)])
    assert set(Message.objects.filter(purpose="follow_up_off").values_list("status", flat=True)) == {
        "withdrawn"
    }
    assert Message.objects.filter(purpose="follow_up_ends", status="waiting").count() == 2


def test_who_was_promised_nothing_hears_nothing_of_a_proposal_that_is_dropped(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=1)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made, choices=[Choice(FollowUp.objects.get().pk, is_dropped=True)])
    assert not Message.objects.filter(about_kind="follow_up").exists()
