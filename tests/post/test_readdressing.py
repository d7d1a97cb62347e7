"""Who gets another address gets there what has not gone out yet; where the way is gone, somebody calls."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.candidates.commands import change_candidate
from werktop.employers.commands.people import change_entrepreneur
from werktop.gatherings.commands.inviting import invite_guests
from werktop.post.commands import deliver_message, retry_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
BY = {
    "email": ({"email": "oud@post.example"}, {"email": "nieuw@post.example"}, "nieuw@post.example"),
    "sms": (
        {"email": "", "phone": "+31611111111", "preferred_channel": "sms"},
        {"phone": "06 22222222"},
        "+31622222222",
    ),
    "letter": (
        {"email": "", "phone": "", "address": "Dijk 1", "preferred_channel": "letter"},
        {"address": "Kade 2"},
        "Sam El Amrani\nKade 2\n4001 AB Tiel",
    ),
}


@pytest.fixture
def invited(cast, at):
    """`invited(**facts)`: a candidate of our own and the invitation that waits."""

    def make(**facts):
        made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
        person = making.candidate(cast.own, "Sam", **facts)
        making.guest(made, person, reply="chosen")
        invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
        return person, Message.objects.get(to_id=person.pk)

    return make


def change(cast, at, person, **facts):
    change_candidate(actor=cast.own.actor(), at=at, candidate_id=person.pk, **facts)


@pytest.mark.parametrize("way", BY)
@pytest.mark.parametrize("status", ["waiting", "failed"])
def test_what_has_not_gone_out_goes_to_the_new_address(cast, at, invited, way, status):
    before, after, address = BY[way]
    person, message = invited(**before)
    Message.objects.update(status=status, tries=3)
    change(cast, at, person, **after)
    message.refresh_from_db()
    assert (message.to_address, message.status, message.channel) == (address, status, way)


def test_a_message_that_failed_is_tried_again_at_the_new_address(cast, at, invited, carry_post):
    person, message = invited(email="oud@post.example")
    Message.objects.update(status="failed", tries=3)
    change(cast, at, person, email="nieuw@post.example")
    retry_message(actor=cast.own.actor(), at=at, message_id=message.pk)
    assert [mail.to for mail in carry_post()] == [["Sam El Amrani <nieuw@post.example>"]]


def test_what_was_to_leave_to_the_old_address_goes_to_the_new_one_at_once_and_waits_for_no_sweep(at, invited):
    _person, message = invited(email="nieuw@post.example")
    Message.objects.update(to_address="oud@post.example")
    jobs = ProcrastinateJob.objects.filter(args__message_id=str(message.pk))
    before = jobs.count()
    assert deliver_message(actor=SYSTEM, at=at, message_id=message.pk) == "waiting"
    message.refresh_from_db()
    assert (message.to_address, jobs.count()) == ("nieuw@post.example", before + 1)


def test_what_went_out_keeps_the_address_it_went_to(cast, at, invited):
    person, message = invited(email="oud@post.example")
    Message.objects.update(status="sent", sent_at=at)
    change(cast, at, person, email="nieuw@post.example")
    message.refresh_from_db()
    assert message.to_address == "oud@post.example"


def test_where_the_way_is_gone_nothing_leaves_and_somebody_calls(cast, at, invited, carry_post, log_in):
    person, message = invited(email="oud@post.example", phone="+31344000000")
    change(cast, at, person, email="", preferred_channel="call")
    assert carry_post() == []
    page = log_in(cast.own.account()).get(reverse("post:outbox")).content.decode()
    assert "is er niet meer. Bel deze persoon." in page and "Probeer opnieuw" not in page
    change(cast, at, person, email="oud@post.example", preferred_channel="email")
    assert [mail.to for mail in carry_post()] == [["Sam El Amrani <oud@post.example>"]]


def test_an_entrepreneur_gets_it_at_the_new_address_too(cast, at):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
    person = making.entrepreneur(making.employer(cast.own), email="oud@firma.example")
    making.guest(made, person, reply="chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    change_entrepreneur(
        actor=cast.own.actor(),
        at=at,
        entrepreneur_id=person.pk,
        first_name="Joris",
        email="nieuw@firma.example",
    )
    assert Message.objects.get(to_id=person.pk).to_address == "nieuw@firma.example"


def test_another_change_of_a_file_touches_no_message(cast, at, invited):
    person, message = invited(email="oud@post.example")
    Message.objects.filter(pk=message.pk).update(to_address="elders@post.example")
    change(cast, at, person, last_name="Bakker")
    message.refresh_from_db()
    assert message.to_address == "elders@post.example"
