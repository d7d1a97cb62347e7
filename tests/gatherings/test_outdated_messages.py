"""A letter or mail that waits goes out no more once its gathering is over."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import localtime
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.audit.models import Entry
from werktop.candidates.queries import candidates_by_id
from werktop.gatherings import jobs
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.day import finish_day
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.commands.outdated import withdraw_outdated
from werktop.gatherings.models import Gathering
from werktop.post.commands import NotToRetry, deliver_message, retry_message, send_message
from werktop.post.models import Message
from werktop.post.queries import outbox, waiting_letters
from werktop.post.recipients import recipient_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(cast, at):
    """A gathering with one invitation by letter that nobody printed yet."""
    made = making.gathering(cast.own, starts_at=at + timedelta(days=2))
    person = making.candidate(
        cast.own, "Dirk", email="", phone="", address="Dijk 1", preferred_channel="letter"
    )
    making.guest(made, person, reply="chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    return made


def letters(cast, at):
    return list(waiting_letters(cast.own.actor(), at=at))


def test_a_letter_of_before_leaves_the_list_when_the_day_is_finished(cast, at, invited):
    assert len(letters(cast, at)) == 1
    Gathering.objects.update(status="running")
    finish_day(actor=cast.own.actor(), at=invited.ends_at, gathering_id=invited.pk)
    assert letters(cast, at) == []
    assert Message.objects.get().status == "too_late"
    Gathering.objects.update(status="running")
    finish_day(actor=cast.own.actor(), at=invited.ends_at, gathering_id=invited.pk)
    assert Entry.objects.filter(verb="gatherings.withdraw_outdated").count() == 1


def test_the_job_does_so_for_a_gathering_that_nobody_finished(cast, at, invited, clock):
    assert withdraw_outdated(actor=SYSTEM, at=at, gathering_id=invited.pk) == 0, "it is still to come"
    clock.set(at + timedelta(days=3))
    lines = Entry.objects.filter(verb="gatherings.withdraw_outdated")
    before = lines.count()
    assert [jobs.withdraw(0), jobs.withdraw(0)] == [1, 0]
    assert lines.count() == before + 1, "of where nothing waits nothing is noted"
    assert letters(cast, at + timedelta(days=3)) == []


@pytest.mark.parametrize(("days", "withdrawn"), [(1, 0), (2, 1)])
def test_until_tomorrow_goes_out_no_more_on_the_day_itself(cast, at, invited, clock, days, withdrawn):
    asked = Message.objects.get()
    person = candidates_by_id([asked.to_id])[asked.to_id]
    send_message(
        actor=SYSTEM, at=at, organisation_id=asked.organisation_id, to=recipient_of("candidate", person),
        subject="Tot morgen", body="…", about_kind="gathering", about_id=invited.pk, purpose="day_before",
    )  # fmt: skip
    # early in the morning of that day, before the gathering begins
    clock.set(at.replace(hour=3) + timedelta(days=days))
    assert jobs.withdraw(0) == withdrawn
    assert jobs.withdraw(0) == 0
    assert Message.objects.get(purpose="invitation").status == "waiting", "it is still to come"


@pytest.mark.parametrize(("minutes", "status"), [(-1, "sent"), (1, "withdrawn")])
def test_until_tomorrow_leaves_until_midnight_and_not_a_minute_later(cast, at, clock, minutes, status):
    made = making.gathering(cast.own, starts_at=at + timedelta(days=2))
    person = making.candidate(cast.own, "Dirk", email="dirk@post.example")
    key = send_message(
        actor=SYSTEM, at=at, organisation_id=cast.own.organisation.pk, to=recipient_of("candidate", person),
        subject="Tot morgen", body="…", about_kind="gathering", about_id=made.pk, purpose="day_before",
    )  # fmt: skip
    midnight = localtime(made.starts_at).replace(hour=0, minute=0)
    late = midnight + timedelta(minutes=minutes)
    assert deliver_message(actor=SYSTEM, at=late, message_id=key) == status, "before any nightly job ran"


@pytest.mark.parametrize("end", ["cancelled", "finished"])
def test_an_invitation_that_failed_cannot_be_tried_again_after_the_end(cast, at, end):
    made, staff = making.gathering(cast.own, starts_at=at + timedelta(days=2)), cast.own.actor()
    making.guest(made, making.candidate(cast.own, "Dirk", email="dirk@x.example"), reply="chosen")
    invite_guests(actor=staff, at=at, gathering_id=made.pk)
    failed = Message.objects.get()
    Message.objects.update(status="failed", tries=3, last_fault="451 later")
    if end == "cancelled":
        cancel_gathering(actor=staff, at=at, gathering_id=made.pk)
    else:
        Gathering.objects.update(status="running")
        finish_day(actor=staff, at=made.starts_at, gathering_id=made.pk)
    assert failed not in outbox(staff)
    with pytest.raises(NotToRetry):
        retry_message(actor=staff, at=at, message_id=failed.pk)
    assert deliver_message(actor=SYSTEM, at=at, message_id=failed.pk) == "withdrawn"


def test_who_heard_of_another_time_alone_hears_that_it_is_off(cast, at):
    made, staff = making.gathering(cast.own, starts_at=at + timedelta(days=9)), cast.own.actor()
    making.guest(made, making.candidate(cast.own, "Dirk", email="dirk@x.example"), reply="chosen")
    invite_guests(actor=staff, at=at, gathering_id=made.pk)
    Message.objects.update(status="failed", tries=3, last_fault="451 later")
    later = made.starts_at + timedelta(days=7)
    change_gathering(
        actor=staff, at=at, gathering_id=made.pk, starts_at=later, ends_at=later + timedelta(hours=2)
    )
    Message.objects.filter(purpose="changed").update(status="sent", sent_at=at)
    assert cancel_gathering(actor=staff, at=at, gathering_id=made.pk) == 1


def test_the_question_after_the_talk_stays(cast, at, invited):
    asked = Message.objects.get()
    person = candidates_by_id([asked.to_id])[asked.to_id]
    send_message(
        actor=SYSTEM, at=at, organisation_id=asked.organisation_id, to=recipient_of("candidate", person),
        subject="Na het gesprek", body="…", about_kind="gathering", about_id=invited.pk, purpose="talk_on",
    )  # fmt: skip
    Gathering.objects.update(status="finished")
    assert withdraw_outdated(actor=SYSTEM, at=at, gathering_id=invited.pk) == 1
    assert [m.purpose for m in letters(cast, at)] == ["talk_on"]
