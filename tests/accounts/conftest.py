"""Who is away, and who stands in."""

from __future__ import annotations

from datetime import date

import pytest
from tests import making
from tests.contacts.noting import reminder
from tests.help_requests.asking import asked

from werktop.accounts import commands
from werktop.accounts.queries import actor_of

TODAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def yara(cast):
    """Who is away."""
    return making.colleague_beside(cast.own, name="Yara Bos")


@pytest.fixture
def stand(cast, at, yara):
    """`stand()`: the colleague of the cast stands in for Yara until Friday."""

    def do(**facts):
        asked = {
            "actor": actor_of(yara, cast.own.organisation.pk),
            "at": at,
            "account_id": yara.pk,
            "stand_in_ids": [cast.own.account().pk],
            "from_date": TODAY,
            "until_date": FRIDAY,
        }
        commands.set_stand_in(**asked | facts)

    return do


@pytest.fixture
def hers(cast, yara):
    """A candidate of Yara, with a help request and a reminder of hers that are due."""
    person = making.candidate(cast.own, "Naima", assigned_to=yara)
    actor = actor_of(yara, cast.own.organisation.pk)
    row = asked(cast.own, person, actor=actor, words="Wie helpt mij verhuizen?")
    note = reminder(cast.own, what="Bel over de sleutel", owner_id=yara.pk, candidate_ids=[person.pk])
    return person, row, note
