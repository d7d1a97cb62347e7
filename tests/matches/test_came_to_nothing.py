"""A talk that was not held, or in which two people do not fit, leaves nobody without a next step."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.matches.making_talks import appointment, click, evening, give_hours, propose, send
from tests.matches.test_calendars import files_to

from werktop.desk.queries import today_of
from werktop.matches import commands
from werktop.matches.models import FollowUp, NextStep
from werktop.matches.refusals import TalkIsOver, TalkIsToCome
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TO_NOTHING = pytest.mark.parametrize(
    ("outcome", "reason"), [("not_held", "talk_off"), ("no_fit", "talk_over")]
)


@pytest.fixture
def told(cast, at):
    return appointment(cast, at)


@pytest.fixture
def talk(told):
    return FollowUp.objects.get()


@pytest.fixture
def note(cast, talk):
    """`note(outcome, days=…)`: a colleague notes it, so many days after the talk."""

    def do(outcome, *, days=1, row=talk, words=""):
        commands.note_outcome(
            actor=cast.own.actor(), at=row.ends_at + timedelta(days=days), follow_up_id=row.pk, outcome=outcome,
            words=words,
        )  # fmt: skip

    return do


@TO_NOTHING
def test_the_candidate_has_a_next_step(cast, told, talk, note, outcome, reason):
    note(outcome)
    step = NextStep.objects.get()
    assert (step.candidate, step.reason, step.done_at) == (told.people[0], reason, None)
    # nothing is left to send: a person calls, within the days that a guest is promised
    assert step.told_at == talk.ends_at + timedelta(days=1)
    assert not today_of(cast.own.actor(), talk.ends_at + timedelta(days=2)).ended


def test_the_step_stands_on_today_of_the_colleague_whose_candidate_it_is(cast, told, talk, note):
    told.people[0].assigned_to = cast.own.account()
    told.people[0].save()
    note("not_held")
    (step,) = today_of(cast.own.actor(), talk.ends_at + timedelta(days=2)).steps
    assert (step.candidate, step.owner) == (told.people[0], cast.own.account())


@TO_NOTHING
def test_who_has_another_talk_has_no_step_until_that_came_to_nothing_too(cast, at, outcome, reason):
    made = evening(cast, candidates=1)
    for number in range(2):
        click(made, made.guests[0], made.firms[number])
    propose(cast, at, made)
    send(cast, at, made)
    one, other = FollowUp.objects.order_by("id")
    for row, count in ((one, 0), (other, 1)):
        commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=row.pk, outcome=outcome)
        assert NextStep.objects.filter(reason=reason).count() == count
    for led_on in ("talk_on", "try_out", "work"):
        NextStep.objects.all().delete()
        commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=other.pk, outcome=led_on)
        commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=one.pk, outcome="talk_on")
        commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=one.pk, outcome=outcome)
        assert not NextStep.objects.exists(), led_on


def test_a_step_that_waits_already_stays_the_only_one(told, talk, note):
    there = NextStep.objects.create(
        gathering=told.gathering, region_id=talk.region_id, organisation_id=talk.organisation_id,
        candidate=told.people[0], words="Bel over de cursus.", made_at=talk.made_at,
    )  # fmt: skip
    note("not_held")
    note("talk_on", days=2)
    assert [row.pk for row in NextStep.objects.all()] == [there.pk]


@TO_NOTHING
def test_another_outcome_takes_back_the_step_that_nobody_touched(talk, note, outcome, reason):
    note(outcome)
    note("talk_on", days=2)
    assert not NextStep.objects.exists()
    note(outcome, days=3)
    NextStep.objects.update(words="Ik bel maandag.")
    note("talk_on", days=4)
    assert NextStep.objects.get().words == "Ik bel maandag."


def test_another_sentence_changes_no_step_and_makes_no_second_one(talk, note):
    note("not_held")
    before = NextStep.objects.get()
    note("not_held", days=2, words="De bus reed niet.")
    assert (NextStep.objects.get().pk, NextStep.objects.get().made_at) == (before.pk, before.made_at)
    NextStep.objects.update(done_at=talk.ends_at + timedelta(days=3))
    note("not_held", days=4, words="De bus reed weer niet.")
    assert NextStep.objects.get().pk == before.pk
    talk.refresh_from_db()
    assert talk.outcome_words == "De bus reed weer niet."


def test_a_talk_that_was_not_held_gets_a_new_moment_and_both_a_new_appointment(cast, talk, note):
    note("not_held")
    Message.objects.all().delete()
    at = talk.ends_at + timedelta(days=2)
    agreed = {"actor": cast.own.actor(), "at": at, "follow_up_id": talk.pk}
    assert commands.agree_on_moment(**agreed, starts_at=at + timedelta(days=3))
    talk.refresh_from_db()
    assert (talk.status, talk.outcome, talk.outcome_words, talk.outcome_at) == ("sent", "", "", None)
    assert talk.starts_at == at + timedelta(days=3)
    for kind in ("candidate", "entrepreneur"):
        ((method, made),) = files_to(kind)
        assert (method, made["dtstart"].dt) == ("PUBLISH", talk.starts_at)
    assert not NextStep.objects.exists()
    note("no_fit", row=talk)
    with pytest.raises(TalkIsOver):
        commands.agree_on_moment(**agreed | {"at": talk.ends_at}, starts_at=talk.ends_at + timedelta(days=3))


def test_what_was_not_held_leaves_room_for_a_talk_with_somebody_else(cast, at):
    made = appointment(cast, at, entrepreneurs=2)
    made.guests[0].most_talks = 1
    made.guests[0].save()
    row = FollowUp.objects.get()
    later = row.ends_at + timedelta(days=1)
    commands.note_outcome(actor=cast.own.actor(), at=later, follow_up_id=row.pk, outcome="not_held")
    assert commands.add_follow_up(
        actor=cast.own.actor(), at=later, gathering_id=made.gathering.pk, candidate_id=made.people[0].pk,
        entrepreneur_id=made.partners[1].pk,
    )  # fmt: skip


@pytest.mark.parametrize("outcome", ["talk_on", "not_held"])
def test_before_it_begins_a_talk_has_no_outcome(cast, talk, outcome):
    said = {"actor": cast.own.actor(), "follow_up_id": talk.pk, "outcome": outcome}
    with pytest.raises(TalkIsToCome):
        commands.note_outcome(**said, at=talk.starts_at - timedelta(minutes=1))
    talk.refresh_from_db()
    assert (talk.status, talk.outcome) == ("sent", "")
    commands.note_outcome(**said, at=talk.starts_at)
    talk.refresh_from_db()
    assert talk.outcome == outcome


def test_a_talk_to_come_asks_first_whether_it_does_not_go_on(cast, log_in, clock, talk):
    client, address = log_in(cast.own.account()), f"/gesprekken/vervolg/{talk.pk}/"
    page = client.get(address).content.decode()
    assert 'name="outcome"' not in page
    assert page.index("Gaat het niet door?") < page.index("Verander dag, tijd of locatie")
    answer = client.post(address, {"outcome": "not_held", "request_key": str(uuid4())})
    assert answer.status_code == 409
    assert "Dit gesprek moet nog komen." in answer.content.decode()
    clock.set(talk.starts_at)
    assert 'name="outcome"' in client.get(address).content.decode()


def test_the_page_of_a_talk_that_was_not_held_asks_for_a_new_moment_first(cast, log_in, clock, talk, note):
    note("not_held")
    clock.set(talk.ends_at + timedelta(days=2))
    page = log_in(cast.own.account()).get(f"/gesprekken/vervolg/{talk.pk}/").content.decode()
    assert "Dit gesprek is niet doorgegaan." in page
    assert page.index("Afgesproken op") < page.index('name="outcome"')
    assert 'name="begins"' in page and str(talk.starts_at.year) not in page.partition('name="day"')[2][:60]


def test_an_hour_that_was_only_proposed_is_free_again(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=1)
    hours = give_hours(cast, at, made, made.partners[0], hours=2)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    row = FollowUp.objects.get()
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=at, follow_up_id=row.pk, said_by="candidate")
    commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=row.pk, outcome="not_held")
    row.refresh_from_db()
    assert row.starts_at == hours[0].starts_at
    hours[1].refresh_from_db()
    assert hours[1].taken_by is None


@TO_NOTHING
def test_the_step_stands_on_today_at_once(cast, talk, note, outcome, reason):
    note(outcome)
    (step,) = today_of(cast.own.actor(), talk.ends_at + timedelta(days=1)).steps
    assert step.row.reason == reason
