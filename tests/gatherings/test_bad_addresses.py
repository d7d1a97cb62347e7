"""Numbers in an address, or behind a button of the door, that are none."""

from __future__ import annotations

import pytest
from django.urls import reverse
from tests.gatherings.day_making import running_day
from tests.gatherings.page_asking import at_page, post

pytestmark = pytest.mark.django_db
NO_NUMBERS = ["²", "٣", "-1", "9" * 5000, "99999999999999999999"]


@pytest.fixture
def day(cast, at, clock):
    return running_day(cast.own, at=at, rounds=1, begun=1)


@pytest.fixture
def staff(cast, day, log_in):
    return log_in(cast.own.account())


@pytest.mark.parametrize("asked", NO_NUMBERS)
def test_the_clock_and_the_table_screen_show_the_round_of_now(day, staff, asked):
    clock, screen = (
        at_page("round_clock", day.gathering), at_page("table_screen", day.gathering, table_number=1)
    )  # fmt: skip
    for address, name in ((clock, "ronde"), (clock, "tafel"), (screen, "ronde")):
        for headers in ({}, {"HX-Request": "true"}):
            assert staff.get(address, {name: asked}, headers=headers).status_code == 200


@pytest.mark.parametrize("asked", NO_NUMBERS)
def test_the_door_refuses_a_table_that_is_none(day, staff, asked):
    guest = day.guests["Fatima"]
    address = reverse("gatherings:guest_at_the_door", args=[day.gathering.pk, guest.pk])
    assert post(staff, address, what=f"table-{asked}").status_code == 409
