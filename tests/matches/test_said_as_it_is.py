"""Pages and messages about what follows say what is so: no step that nobody promised, no thanks too early, no call to who
has no telephone, no promise without a day."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from tests.matches.making_talks import evening, propose, send, told_appointment

from werktop.matches import commands
from werktop.matches.models import FollowUp, NextStep
from werktop.matches.queries.callers import calls_in_words
from werktop.matches.queries.results import results_of
from werktop.matches.queries.talks import last_day_to_call
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_a_step_that_was_only_proposed_is_not_counted(cast, at):
    told = evening(cast, candidates=3, entrepreneurs=1)
    propose(cast, at, told)
    assert NextStep.objects.count() == 3
    assert results_of(cast.own.actor(), told.gathering.pk).steps == 0
    first, second, _third = NextStep.objects.order_by("id")
    NextStep.objects.filter(pk=first.pk).update(told_at=at)
    NextStep.objects.filter(pk=second.pk).update(done_at=at)
    found = results_of(cast.own.actor(), told.gathering.pk)
    assert (found.steps, found.steps_done) == (2, 1)


def test_entrepreneurs_are_to_be_thanked_once_proposals_were_made(cast, at, log_in):
    told = evening(cast, candidates=1, entrepreneurs=1)
    client, path = log_in(cast.own.account()), reverse("matches:after", args=[told.gathering.pk])
    assert "kreeg nog geen bedankje" not in client.get(path).content.decode()
    propose(cast, at, told)
    NextStep.objects.all().delete()
    assert "kreeg nog geen bedankje" in client.get(path).content.decode()


@pytest.mark.parametrize(
    ("phones", "words"),
    [
        (("06", "06"), "wij bellen beiden"),
        (("", "06"), "wij bellen Els en schrijven Oksana"),
        (("06", ""), "wij bellen Oksana en schrijven Els"),
        (("", ""), "wij schrijven beiden"),
    ],
)
def test_who_has_no_telephone_is_not_called(phones, words):
    house = SimpleNamespace(pk=1)
    people = [SimpleNamespace(first_name=n, phone=p) for n, p in zip(("Oksana", "Els"), phones, strict=True)]
    assert calls_in_words([(house, person) for person in people]) == words


@pytest.mark.parametrize(
    ("phone", "words"), [("", "Mail of schrijf uiterlijk"), ("+31612345678", "Bel uiterlijk")]
)
def test_today_asks_to_write_to_who_has_no_telephone(cast, at, log_in, phone, words):
    told = evening(cast, candidates=1, entrepreneurs=1)
    person = told.people[0]
    person.phone = phone
    person.save()
    propose(cast, at, told)
    send(cast, at, told)
    text = log_in(cast.own.account()).get(reverse("desk:today")).content.decode()
    day = date_format(last_day_to_call(at), "l j F")
    assert f"{words} {day}." in text
    other = {"Mail of schrijf uiterlijk": "Bel uiterlijk", "Bel uiterlijk": "Mail of schrijf uiterlijk"}[
        words
    ]
    assert f"{other} {day}." not in text


@pytest.mark.parametrize(("phone", "verb"), [("+31612345678", "belt"), ("", "schrijft")])
def test_who_reads_that_it_does_not_go_on_reads_by_which_day_we_call(cast, at, phone, verb):
    told = told_appointment(cast, at)
    told.people[0].phone = phone
    told.people[0].save()
    commands.decline_talk(
        actor=cast.own.actor(), at=at + timedelta(hours=1), follow_up_id=FollowUp.objects.get().pk,
        said_by="entrepreneur",
    )  # fmt: skip
    body = Message.objects.get(purpose="follow_up_ends", to_kind="candidate").body
    day = date_format(last_day_to_call(NextStep.objects.get().told_at), "l j F")
    assert f"{verb} u uiterlijk {day}" in body
