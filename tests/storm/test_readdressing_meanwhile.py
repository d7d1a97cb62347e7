"""Who corrects an address does not wait for a message that is leaving at that moment, and what leaves opens nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests import making

from werktop.candidates.commands import change_candidate
from werktop.candidates.models import Candidate
from werktop.gatherings.commands.inviting import invite_guests
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_message_that_is_leaving_keeps_no_colleague_waiting_and_its_link_closes(cast, at, beside):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=20))
    person = making.candidate(cast.own, "Sam", email="oud@post.example")
    making.guest(made, person, reply="chosen")
    invite_guests(actor=cast.own.actor(), at=at, gathering_id=made.pk)
    with transaction.atomic():
        # as the worker does while the mail server answers
        leaving = Message.objects.select_for_update().get(to_id=person.pk)
        beside(
            lambda: change_candidate(
                actor=cast.own.actor(), at=at, candidate_id=person.pk, email="nieuw@post.example"
            )
        )
        assert beside.end() == [1], "the change waited for the message, or was refused"
        assert Candidate.objects.get(pk=person.pk).email == "nieuw@post.example"
    leaving.refresh_from_db()
    assert leaving.to_address == "oud@post.example"
    assert Link.objects.get().withdrawn_at == at
