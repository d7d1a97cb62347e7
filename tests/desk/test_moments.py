"""A candidate's page tells of the gatherings, for who may see the candidate, in a number of queries that stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making
from tests.matches.making_talks import appointment, click, evening, propose

from werktop.audit.models import PersonalView
from werktop.matches.models import FollowUp, NextStep

pytestmark = pytest.mark.django_db


def page_of(candidate):
    return reverse("candidates:candidate", kwargs={"candidate_id": candidate.pk})


@pytest.fixture
def candidate(cast):
    return making.candidate(cast.own, "Fatima")


def held(cast, candidate, at, number, **guest):
    made = making.gathering(
        cast.own, starts_at=at - timedelta(days=number), status="finished",
        host_employer=making.employer(cast.own, f"Firma {number}"),
    )  # fmt: skip
    making.guest(made, candidate, **guest)
    return made


def test_what_was_and_what_comes_is_told_with_the_way_to_it(cast, log_in, clock, at, candidate):
    was = held(cast, candidate, at, 30, arrived_at=at - timedelta(days=30))
    held(cast, candidate, at, 20)
    comes = making.gathering(cast.own, host_employer=making.employer(cast.own, "Bakkerij De Aar"))
    making.guest(comes, candidate)
    text = log_in(cast.own.account()).get(page_of(candidate)).content.decode()
    assert "Prettig gesprek bij Firma 30: was erbij" in text
    assert "Prettig gesprek bij Firma 20: zei ja" in text
    assert text.count("Prettig gesprek bij Bakkerij De Aar: komt") == 2  # in the story, and as the next step
    for gathering in (was, comes):
        assert reverse("gatherings:gathering", args=[gathering.pk]) in text
    assert "Neem Fatima mee" not in text


def test_nothing_of_absence_stands_in_the_file(cast, log_in, clock, at, candidate):
    for number, reply in ((20, "yes"), (21, "invited"), (22, "no")):
        held(cast, candidate, at, number, reply=reply)
    text = log_in(cast.own.account()).get(page_of(candidate)).content.decode()
    for words in ("Firma 20: zei ja", "Firma 21: uitgenodigd", "Firma 22: kan niet"):
        assert f"Prettig gesprek bij {words}" in text
    assert "kwam niet" not in text and "was er niet" not in text


def test_without_a_gathering_the_next_step_is_one(cast, log_in, clock, candidate):
    assert "Neem Fatima mee" in log_in(cast.own.account()).get(page_of(candidate)).content.decode()


def test_the_number_of_queries_does_not_grow(cast, log_in, clock, at, candidate):
    client, counts = log_in(cast.own.account()), []
    for numbers in (range(1, 3), range(3, 20)):
        for number in numbers:
            held(cast, candidate, at, number)
        with CaptureQueriesContext(connection) as asked:
            client.get(page_of(candidate))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_talk_is_the_next_step_and_what_came_of_it_is_told(cast, log_in, clock, at):
    made = appointment(cast, at)
    client, talk = log_in(cast.own.account()), FollowUp.objects.get()
    text = client.get(page_of(made.people[0])).content.decode()
    words = f"Vervolggesprek, {made.partners[0].name}, {made.partners[0].employer.name}: "
    assert text.count(words + "afgesproken") == 2  # in the story, and as the next step
    assert reverse("matches:follow_up", args=[talk.pk]) in text
    FollowUp.objects.update(status="held", outcome="try_out", outcome_at=at)
    text = client.get(page_of(made.people[0])).content.decode()
    assert words + "meelopen of proefplaatsing" in text and "afgesproken" not in text


def test_what_nobody_was_told_of_is_not_told(cast, log_in, clock, at):
    made = evening(cast, candidates=1, entrepreneurs=1)
    click(made, made.guests[0], made.firms[0])
    propose(cast, at, made)
    assert "Vervolggesprek" not in log_in(cast.own.account()).get(page_of(made.people[0])).content.decode()


def test_a_promised_call_is_the_next_step(cast, log_in, clock, at, candidate):
    gathering = held(cast, candidate, at, 2)
    NextStep.objects.create(
        gathering=gathering, region=gathering.region, organisation=gathering.organisation, candidate=candidate,
        owner=cast.own.account(), made_at=at, told_at=at,
    )  # fmt: skip
    client = log_in(cast.own.account())
    text = client.get(page_of(candidate)).content.decode()
    assert text.count(f"Volgende stap van {cast.own.account().name}: Bel en praat na") == 2
    NextStep.objects.update(done_at=at)
    assert "zette een volgende stap" in client.get(page_of(candidate)).content.decode()


def employer_page(client, employer) -> str:
    return client.get(reverse("employers:employer", kwargs={"employer_id": employer.pk})).content.decode()


def test_a_firms_page_tells_of_gatherings_and_of_talks_to_who_arranges_them(cast, log_in, clock, at):
    made = appointment(cast, at)
    firm = made.partners[0].employer
    text = employer_page(log_in(cast.own.account()), firm)
    assert f"Joris Maas – Prettig gesprek bij {made.gathering.place_name}" in text
    assert text.count("Vervolggesprek, Joris – Fatima El Amrani: afgesproken") == 2
    assert ["candidate", str(made.people[0].pk)] in [
        [view.about_kind, key] for view in PersonalView.objects.all() for key in view.about_ids
    ]
    for viewer in (cast.other.account(), cast.own.account("coordinator")):
        other = employer_page(log_in(viewer), firm)
        assert "Joris Maas – Prettig gesprek" in other and "Fatima" not in other
