"""When a gathering is over is told by rules that stand beside each other; a list asks what one gathering answers."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from tests import making

from werktop.gatherings import over
from werktop.gatherings.models import Gathering, GatheringStatus
from werktop.gatherings.queries.day import is_closed_to

pytestmark = pytest.mark.django_db
RULES = [(over.is_ahead, over.ahead), (over.has_ended, over.ended), (over.is_past, over.past)]
MOMENTS = [timedelta(minutes=minutes) for minutes in (-600, 0, 1, 90, 149, 150, 240, 600, 1500, 3000)]


@pytest.fixture
def gatherings(cast, at):
    """One of each status, in the afternoon, over midnight and in another zone."""
    times = [(at, "Europe/Amsterdam"), (at.replace(hour=21), "Europe/Amsterdam"), (at, "Pacific/Auckland")]
    for status, (starts_at, zone) in product(GatheringStatus.values, times):
        more = {"cancelled_at": at} if status == "cancelled" else {}
        making.gathering(cast.own, starts_at=starts_at, status=status, time_zone=zone, **more)
    return list(Gathering.objects.all())


@pytest.mark.parametrize(("of_one", "of_many"), RULES)
def test_a_list_and_one_gathering_have_the_same_answer(gatherings, at, of_one, of_many):
    answers = set()
    for moment in (at + each for each in MOMENTS):
        so = {each.pk for each in gatherings if of_one(each, moment)}
        assert set(Gathering.objects.filter(of_many(moment)).values_list("pk", flat=True)) == so, moment
        answers |= {each.pk in so for each in gatherings}
    assert answers == {True, False}


def test_what_goes_on_past_midnight_is_open_to_its_hosts_that_night(cast, at):
    late = making.gathering(cast.own, tables=1, starts_at=at.replace(hour=21), status="running")
    host = cast.own.actor("table_host")
    midnight = at.replace(hour=23, minute=10)  # ten past midnight there; it ends at half past
    assert not is_closed_to(host, late, midnight)
    assert not over.has_ended(late, midnight)
    assert over.has_ended(late, midnight + timedelta(minutes=20))
    assert not is_closed_to(host, late, midnight + timedelta(hours=1))
    assert is_closed_to(host, late, midnight + timedelta(days=1))


def test_what_was_called_off_is_closed_at_once(cast, at):
    off = making.gathering(cast.own, status="cancelled", cancelled_at=at)
    assert over.is_closed(off, at)
    assert not (over.is_ahead(off, at) or over.has_ended(off, at) or over.is_past(off, at))
