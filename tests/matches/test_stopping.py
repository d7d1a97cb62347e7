"""Who stops leaves nothing behind on which somebody else still counts."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.matches.making_talks import give_hours, told_appointment

from werktop.candidates import commands as candidates
from werktop.employers import commands as employers
from werktop.gatherings.models import Guest
from werktop.matches.models import FollowUp, FreeBlock, NextStep, StepReason
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(cast, at):
    return told_appointment(cast, at)


def stop(cast, at, person) -> None:
    candidates.note_left(actor=cast.own.actor(), at=at, candidate_id=person.pk)


def step_of(told, at, **fields) -> NextStep:
    return NextStep.objects.create(
        gathering=told.gathering, region=told.gathering.region, organisation=told.gathering.organisation,
        candidate=told.people[0], made_at=at, **fields,
    )  # fmt: skip


def test_the_page_says_what_runs_and_until_when_all_is_kept(told, cast, at, log_in, clock):
    step_of(told, at, owner=cast.own.account())
    address = reverse("candidates:leave_candidate", kwargs={"candidate_id": told.people[0].pk})
    shown = log_in(cast.own.account()).get(address).content.decode()
    assert (
        "Een gesprek met Joris Maas" in shown and f"Een volgende stap van {cast.own.account().name}" in shown
    )
    assert "blijven bewaard tot 1 december 2028" in shown and "Alles blijft bewaard" not in shown


def test_a_candidates_talk_ends_and_both_hear_it(told, cast, at):
    step = step_of(told, at, owner=cast.own.account(), told_at=at)
    stop(cast, at, told.people[0])
    row = FollowUp.objects.get()
    assert (row.status, FreeBlock.objects.filter(taken_by=row).exists()) == ("declined", False)
    sent = {m.to_id: m for m in Message.objects.filter(purpose="follow_up_ends")}
    assert set(sent) == {told.people[0].pk, told.partners[0].pk}
    assert all("gaat niet door" in m.body and "METHOD:CANCEL" in m.calendar for m in sent.values())
    assert "volgende stap" not in sent[told.people[0].pk].body
    step.refresh_from_db()
    assert step.done_at == at and not NextStep.objects.filter(done_at=None).exists()


def test_a_tap_that_can_be_taken_back_is_final_when_the_person_stops(told, cast, at):
    row = FollowUp.objects.get()
    FollowUp.objects.update(
        status="declined", called_off_at=at, unsuitable_by="candidate",
        called_off_starts_at=row.starts_at, called_off_ends_at=row.ends_at,
    )  # fmt: skip
    stop(cast, at + timedelta(minutes=2), told.people[0])
    assert FollowUp.objects.get().unsuitable_by == "staff"
    ends = Message.objects.filter(to_id=told.partners[0].pk, purpose="follow_up_ends")
    assert [m.not_before_at for m in ends] == [None]


def test_an_entrepreneurs_candidate_gets_a_next_step_and_free_hours_go(told, cast, at):
    give_hours(cast, at, told, told.partners[0], hours=2)
    employers.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=told.partners[0].pk, is_active=False
    )
    assert FollowUp.objects.get().status == "declined"
    step = NextStep.objects.get(done_at=None)
    assert (step.candidate_id, step.reason) == (told.people[0].pk, "talk_off")
    assert "volgende stap" in Message.objects.get(to_id=told.people[0].pk, purpose="follow_up_ends").body
    assert FreeBlock.objects.filter(taken_by=None, ends_at__gt=at).count() <= 1  # the hour of the talk
    assert not FreeBlock.objects.filter(taken_by__isnull=False).exists()


def test_a_step_by_the_network_of_who_stops_becomes_another_one(told, cast, at):
    step = step_of(told, at, introducer=told.partners[0], reason=StepReason.NETWORK)
    FollowUp.objects.all().delete()
    employers.change_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=told.partners[0].pk, is_active=False
    )
    step.refresh_from_db()
    assert (step.introducer_id, step.reason, step.done_at) == (None, "talk_over", None)


@pytest.mark.parametrize("reply", ["invited", "yes", "waiting"])
def test_an_invitation_ends_and_who_waits_gets_the_chair(cast, at, reply):
    gathering = making.gathering(cast.own, tables=1)
    person, next_one = making.candidate(cast.own, "Fatima"), making.candidate(cast.own, "Yonas")
    guest = making.guest(gathering, person, reply, invited_at=at)
    for number in range(7 if reply == "yes" else 8):
        making.guest(gathering, making.candidate(cast.own, f"Gast {number}"))
    waits = making.guest(gathering, next_one, "waiting")
    stop(cast, at, person)
    guest.refresh_from_db()
    waits.refresh_from_db()
    assert guest.reply == "no" and waits.reply == ("yes" if reply == "yes" else "waiting")
    message = Message.objects.get(to_id=person.pk, purpose="signed_off")
    assert "Wij hebben u afgemeld" in message.body and "METHOD:CANCEL" in message.calendar


def test_who_was_only_chosen_comes_off_the_list_unheard(cast, at):
    person = making.candidate(cast.own)
    making.guest(making.gathering(cast.own), person, "chosen")
    stop(cast, at, person)
    assert not Guest.objects.exists() and not Message.objects.exists()


def test_what_has_been_stays_as_it_was(told, cast, at):
    FollowUp.objects.update(starts_at=at - timedelta(hours=2), ends_at=at - timedelta(hours=1))
    stop(cast, at, told.people[0])
    assert (
        FollowUp.objects.get().status == "sent" and Guest.objects.get(candidate=told.people[0]).reply == "yes"
    )
    assert not Message.objects.filter(purpose="follow_up_ends").exists()


def test_an_entrepreneur_who_steps_back_is_asked_about_once_more(told, cast, log_in, clock):
    client = log_in(cast.own.account())
    person = told.partners[0]
    address = reverse("employers:change_entrepreneur", kwargs={"entrepreneur_id": person.pk})
    typed = {"person_name": person.name, "email": person.email, "request_key": str(uuid4())}
    shown = client.post(address, typed).content.decode()
    person.refresh_from_db()
    assert "Een gesprek met Fatima" in shown and person.is_active
    client.post(address, typed | {"end_anyway": "1", "request_key": str(uuid4())})
    person.refresh_from_db()
    assert not person.is_active and FollowUp.objects.get().status == "declined"


def test_saying_it_again_tells_nobody_again(told, cast, at):
    stop(cast, at, told.people[0])
    before = Message.objects.count()
    stop(cast, at + timedelta(hours=1), told.people[0])
    assert Message.objects.count() == before
