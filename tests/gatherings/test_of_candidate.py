"""A person's page shows in which gatherings the person was a guest, to who may see the person."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.queries.of_candidate import gatherings_of_candidate

pytestmark = pytest.mark.django_db


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own)


def test_the_latest_comes_first_with_the_answer_and_whether_they_came(cast, at, fatima):
    past = making.gathering(cast.own, starts_at=at - timedelta(days=30), status="finished")
    ahead = making.gathering(cast.own, starts_at=at + timedelta(days=9))
    making.guest(past, fatima, reply="yes", arrived_at=at)
    making.guest(ahead, fatima, reply="invited")
    first, second = gatherings_of_candidate(cast.own.actor(), fatima.pk)
    assert (first.gathering_id, first.reply, first.came) == (ahead.pk, "invited", None)
    assert (second.gathering_id, second.reply_label, second.came) == (past.pk, "komt", True)
    assert first.is_visible


def test_who_was_only_chosen_is_no_guest_yet(cast, fatima):
    making.guest(making.gathering(cast.own), fatima, reply="chosen")
    assert gatherings_of_candidate(cast.own.actor(), fatima.pk) == []


def test_only_who_may_see_the_file_sees_it(cast, fatima):
    making.guest(making.gathering(cast.own), fatima)
    for stranger in (cast.other.actor(), cast.far.actor()):
        with pytest.raises(NotVisible):
            gatherings_of_candidate(stranger, fatima.pk)
    for without_files in (Role.COORDINATOR, Role.TABLE_HOST):
        with pytest.raises((NotVisible, NotAllowed)):
            gatherings_of_candidate(cast.own.actor(without_files), fatima.pk)


@pytest.mark.parametrize("count", [1, 12])
def test_it_asks_as_much_for_one_gathering_as_for_twelve(cast, fatima, count, django_assert_num_queries):
    for _n in range(count):
        making.guest(making.gathering(cast.own), fatima)
    viewer = cast.own.actor()
    with django_assert_num_queries(3):
        assert len(gatherings_of_candidate(viewer, fatima.pk)) == count
