"""A chair that is added on the page of the seats goes to who waits longest, like any other; and they hear so."""

from __future__ import annotations

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, post

from werktop.gatherings.commands.seat_rules import add_chairs, close_tables, open_table
from werktop.gatherings.models import Seat, Table
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(cast, clock):
    """Two tables of two, of which the second is closed: Fatima and Kees have the chairs."""
    found = making.gathering(cast.own, tables=2, table_size=2, entrepreneurs_per_table=0)
    Table.objects.filter(gathering=found, number=2).update(is_closed=True)
    for name in ("Fatima", "Kees"):
        making.guest(found, making.candidate(cast.own, name), channel="email")
    return found


@pytest.fixture
def waits(cast, full):
    return making.guest(full, making.candidate(cast.own, "Noor"), "waiting", channel="email")


def open_the_second(full, **asked):
    open_table(**asked, table_id=Table.objects.get(gathering=full, number=2).pk)


def one_chair_more(full, **asked):
    add_chairs(**asked)


def close_one_and_widen_the_others(full, **asked):
    # two tables of two become one of four
    Table.objects.filter(gathering=full).update(is_closed=False)
    close_tables(**asked, more_chairs=2)


@pytest.mark.parametrize("more", [open_the_second, one_chair_more, close_one_and_widen_the_others])
def test_who_waits_gets_the_chair_that_comes_and_hears_so(cast, at, full, waits, more):
    more(full, actor=cast.own.actor(), at=at, gathering_id=full.pk)
    waits.refresh_from_db()
    assert waits.reply == "yes"
    assert Message.objects.filter(to_id=waits.candidate_id, purpose="moved_up").exists()


def test_on_the_page_the_one_who_waited_is_seated_at_once(cast, full, waits, log_in):
    post(log_in(cast.own.account()), at_page("seat_tables", full), chairs="1")
    assert Seat.objects.filter(plan__state="in_force", guest=waits).exists()
