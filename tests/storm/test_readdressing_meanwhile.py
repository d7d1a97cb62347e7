"""Who corrects an address does not wait for a message that is leaving at that moment, and what leaves opens nothing; what
did not arrive goes to the new address, with a link that opens."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from tests import making

from werktop.audit.actors import SYSTEM
from werktop.candidates.commands import change_candidate
from werktop.candidates.models import Candidate
from werktop.gatherings.commands.inviting import invite_guests
from werktop.post import gateways
from werktop.post.commands import deliver_message, retry_message
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def invited(cast, at):
    """A candidate and the invitation that waits."""
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
    person = making.candidate(cast.own, "Sam", email="oud@post.example")
    making.guest(made, person, reply="chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    return person, Message.objects.get(to_id=person.pk)


@pytest.fixture
def leave(cast, at, beside, monkeypatch, invited):
    """`leave(then, **facts)`: the message is with the mail server while a colleague changes `facts`; `then` is what the
    server does."""

    def do(then, **facts):
        person, message = invited

        def slowly(self, message):
            beside(lambda: change_candidate(actor=cast.own.actor(), at=at, candidate_id=person.pk, **facts))
            # the mail server answers only after the change was made: that did not wait
            assert beside.end() == [came(facts)], "the change waited for the message, or was refused"
            assert Candidate.objects.filter(pk=person.pk, **facts).exists()
            then(message)

        monkeypatch.setattr(gateways.Mail, "send", slowly)
        return deliver_message(actor=SYSTEM, at=at, message_id=message.pk)

    return do


def came(facts):
    """How many links it closes: one, where the address is another."""
    return int("email" in facts)


@pytest.fixture
def deliver(at, invited, monkeypatch):
    """Deliver it again a while later, as often as it asks for; gives its status and (address, how its link opens) of what
    left."""

    def do():
        person, message = invited
        left = []
        monkeypatch.setattr(gateways.Mail, "send", lambda self, m: left.append((m.to_address, m.body)))
        for minute in (5, 6):
            status = deliver_message(actor=SYSTEM, at=at + timedelta(minutes=minute), message_id=message.pk)
        return status, [(address, opening(body)) for address, body in left]

    return do


def opening(body):
    (path,) = re.findall(r"https?://[^/\s]+(/\S*[\w-]{44}/)", body)
    return Client().get(path).status_code


def raises(fault):
    def do(message):
        raise fault("no")

    return do


def test_what_is_leaving_while_the_address_is_corrected_opens_nothing(leave, clock):
    taken = []
    assert leave(taken.append, email="nieuw@post.example") == "sent"
    assert [(each.to_address, opening(each.body)) for each in taken] == [("oud@post.example", 410)]


def test_what_did_not_arrive_meanwhile_goes_to_the_new_address_with_a_link_that_opens(leave, deliver, clock):
    assert leave(raises(gateways.NotNow), email="nieuw@post.example") == "waiting"
    assert deliver() == ("sent", [("nieuw@post.example", 200)])
    assert {link.withdrawn_at for link in Link.objects.all()} == {None}


def test_what_a_colleague_tries_again_goes_to_the_new_address_too(cast, at, invited, leave, deliver, clock):
    assert leave(raises(gateways.Refused), email="nieuw@post.example") == "failed"
    retry_message(actor=cast.own.actor(), at=at, message_id=invited[1].pk)
    assert deliver() == ("sent", [("nieuw@post.example", 200)])


def test_what_did_not_arrive_meanwhile_leaves_no_more_where_its_way_is_gone(leave, deliver, at, invited):
    assert (
        leave(raises(gateways.NotNow), email="", phone="+31344000000", preferred_channel="call") == "waiting"
    )
    assert deliver() == ("failed", [])
    assert Message.objects.get(pk=invited[1].pk).tries == 0  # the outbox says to call
