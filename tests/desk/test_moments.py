"""A candidate's page tells of the gatherings, for who may see the candidate, in a number of queries that stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests import making

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
    assert "Prettig gesprek bij Firma 20: kwam niet" in text
    assert text.count("Prettig gesprek bij Bakkerij De Aar: komt") == 2  # in the story, and as the next step
    for gathering in (was, comes):
        assert reverse("gatherings:gathering", args=[gathering.pk]) in text
    assert "Neem Fatima mee" not in text


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
