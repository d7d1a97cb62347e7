"""Who counted on a talk with somebody who is erased does not wait for nobody."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from tests import making
from tests.matches.making_talks import click, evening, give_hours, propose, send
from tests.whole.erasing import tables_that_hold

from werktop.candidates import commands as candidate_commands
from werktop.matches.models import FollowUp, FreeBlock, NextStep
from werktop.matches.queries.own_talk import TAKE_BACK
from werktop.post.models import Message

pytestmark = pytest.mark.django_db
SURE = {"reason": "asked", "is_sure": "on"}


@pytest.fixture
def told(cast, at):
    """An appointment between a candidate and an entrepreneur with names that stand nowhere else."""
    made = evening(cast, candidates=1, entrepreneurs=1)
    for person, name in ((made.people[0], "Quirinella"), (made.partners[0], "Zebedeo")):
        person.first_name, person.last_name, person.email = name, "Xylofanter", f"{name.lower()}@post.example"
        person.save()
    click(made, made.guests[0], made.firms[0])
    made.hour = give_hours(cast, at, made, made.partners[0])[0]
    propose(cast, at, made)
    send(cast, at, made)
    Message.objects.update(status="sent", sent_at=at)
    return made


def erase(client, person, *, name):
    keyword = {f"{name}_id": person.pk}
    address = reverse(f"{'candidates' if name == 'candidate' else 'employers'}:erase_{name}", kwargs=keyword)
    shown = client.get(address).content.decode()
    return shown, client.post(address, {"request_key": str(uuid4()), **SURE}, follow=True).content.decode()


def test_an_erased_candidates_talk_is_named_and_the_entrepreneur_hears_it(told, cast, at, log_in, clock):
    shown, _after = erase(log_in(cast.own.account()), told.people[0], name="candidate")
    assert "Een gesprek met Zebedeo Xylofanter" in shown
    message = Message.objects.get(to_id=told.partners[0].pk, purpose="follow_up_ends")
    assert "gaat niet door" in message.body and "Quirinella" not in message.body + message.calendar
    assert date_format(timezone.localtime(told.hour.starts_at), "l j F, H.i") in message.body
    assert "METHOD:CANCEL" in message.calendar
    assert FreeBlock.objects.get(pk=told.hour.pk).taken_by is None
    assert tables_that_hold("Quirinella") == []


def test_an_erased_entrepreneurs_candidate_hears_it_and_gets_a_next_step(told, cast, at, log_in, clock):
    client = log_in(cast.own.account())
    shown, _after = erase(client, told.partners[0], name="entrepreneur")
    assert "Een gesprek met Quirinella Xylofanter" in shown
    message = Message.objects.get(to_id=told.people[0].pk, purpose="follow_up_ends")
    assert "gaat niet door" in message.body and "Zebedeo" not in message.body + message.calendar
    step = NextStep.objects.get(candidate=told.people[0])
    assert (step.reason, step.done_at) == ("talk_off", None)
    assert tables_that_hold("Zebedeo") == []
    assert step.owner_id == cast.own.account().pk
    clock.set(at + TAKE_BACK)
    assert "Quirinella Xylofanter" in client.get(reverse("desk:today")).content.decode()


def test_who_is_only_called_is_named_to_call(told, cast, log_in, clock):
    person = told.people[0]
    person.phone, person.preferred_channel = "+31344000000", "call"
    person.save()
    Message.objects.all().delete()
    shown, after = erase(log_in(cast.own.account()), told.partners[0], name="entrepreneur")
    assert "Bel zelf: Quirinella Xylofanter, +31344000000" in shown
    assert "Bel zelf nog: Quirinella Xylofanter" in after
    assert not Message.objects.exists()


def test_a_talk_that_has_been_is_told_to_nobody(told, cast, at):
    FollowUp.objects.update(starts_at=at - timedelta(hours=2), ends_at=at - timedelta(hours=1))
    candidate_commands.erase_candidate(
        actor=cast.own.actor(), at=at, candidate_id=told.people[0].pk, reason="asked"
    )
    assert not Message.objects.exists()


def test_one_who_was_told_that_another_moment_is_looked_for_hears_too(told, cast, at):
    row = FollowUp.objects.get()
    FollowUp.objects.update(
        status="unsuitable", called_off_at=at, called_off_starts_at=row.starts_at,
        called_off_ends_at=row.ends_at, starts_at=None, ends_at=None, unsuitable_by="candidate",
    )  # fmt: skip
    candidate_commands.erase_candidate(
        actor=cast.own.actor(), at=at, candidate_id=told.people[0].pk, reason="asked"
    )
    assert "gaat niet door" in Message.objects.get(to_id=told.partners[0].pk, purpose="follow_up_ends").body


def test_an_open_invitation_is_named(cast, log_in, clock):
    person = making.candidate(cast.own, "Fatima")
    making.guest(making.gathering(cast.own), person, "invited")
    client = log_in(cast.own.account())
    shown = client.get(
        reverse("candidates:erase_candidate", kwargs={"candidate_id": person.pk})
    ).content.decode()
    assert "Dit loopt nog" in shown and "nog geen antwoord" in shown
