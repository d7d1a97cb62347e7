"""Hours that entrepreneurs give: their own, for a gathering where they are a guest."""

from datetime import UTC, datetime, timedelta

import pytest
from tests import making
from tests.matches.making_talks import evening

from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.matches import commands
from werktop.matches.models import FreeBlock

pytestmark = pytest.mark.django_db


def test_a_colleague_of_another_organisation_gives_no_blocks_for_an_entrepreneur(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    start = at + timedelta(days=7)
    with pytest.raises(NotVisible):
        commands.give_free_blocks(
            actor=cast.other.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=told.firms[0].entrepreneur_id, blocks=[(start, start + timedelta(hours=1))],
        )  # fmt: skip
    assert not FreeBlock.objects.exists()


@pytest.mark.parametrize("far", [datetime(9999, 12, 31, 20, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)])
def test_blocks_years_from_now_are_refused(cast, at, far):
    told = evening(cast, candidates=1, entrepreneurs=1)
    with pytest.raises(DayOutOfReach):
        commands.give_free_blocks(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=told.firms[0].entrepreneur_id, blocks=[(far, far + timedelta(hours=1))],
        )  # fmt: skip
    assert not FreeBlock.objects.exists()


def test_blocks_are_for_an_entrepreneur_who_is_a_guest(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    stranger = making.entrepreneur(making.employer(cast.own, "Bakkerij Linge"), "Henk")
    start = at + timedelta(days=7)
    with pytest.raises(NotVisible):
        commands.give_free_blocks(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=stranger.pk, blocks=[(start, start + timedelta(hours=1))],
        )  # fmt: skip
