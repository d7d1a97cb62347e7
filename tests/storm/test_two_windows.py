"""One colleague or candidate in two windows at one moment: the second finds what the first did."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction
from tests import making
from tests.storm.side_by_side import Beside

from werktop.accounts.commands import make_pairing_code, pairing, tie
from werktop.accounts.models import Pairing
from werktop.desk.commands import save_view
from werktop.desk.commands.views import NameIsTaken

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(do, other):
    """What the second gets, that begins before the first is done."""
    beside = Beside(other)
    with transaction.atomic():
        do()
        beside.start()
        beside.until_it_waits_or_is_done()
    return beside.end()


def test_of_two_views_of_one_name_the_second_is_told(cast, at):
    save = partial(save_view, actor=cast.own.actor(), at=at, name="Mijn lijst", asked="x")
    assert isinstance(at_once(save, save), NameIsTaken)


def test_of_two_codes_for_a_candidate_one_works(cast, at):
    person = making.candidate(cast.own, assigned_to=cast.own.account())
    asked = {"actor": cast.own.actor(), "at": at, "holder_kind": "candidate", "own_page_id": person.pk}
    at_once(partial(make_pairing_code, **asked), partial(make_pairing_code, **asked))
    assert Pairing.objects.count() == 1


def test_of_two_logins_that_are_tied_the_second_stays(cast, at):
    person = making.candidate(cast.own)
    codes = ("111111111", "222222222")
    for code in codes:  # two codes wait where two files were brought together
        Pairing.objects.create(
            holder_kind="candidate", holder_id=person.pk, code_mark=pairing._mark(code), made_at=at,
            expires_at=at + timedelta(hours=2),
        )  # fmt: skip
    first, second = (partial(tie, at=at, subject_mark=code, code=code) for code in codes)
    at_once(first, second)
    assert [row.subject_mark for row in Pairing.objects.filter(ended_at=None)] == ["222222222"]
