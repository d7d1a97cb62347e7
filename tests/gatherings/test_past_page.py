"""The page "Voor" of a gathering that is over says what was, and nothing that is still to come."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TO_COME = (
    "We verwachten ongeveer",
    "nog niet geantwoord",
    "Wie komt er",
    "nog geen antwoord",
    "bellen ",
    "</strong> komt",
)


@pytest.mark.parametrize(("status", "days"), [("finished", -1), ("preparing", -1), ("preparing", 9)])
def test_what_is_over_is_told_in_the_past(cast, log_in, at, status, days):
    made = making.gathering(cast.own, tables=1, status=status, starts_at=at + timedelta(days=days))
    for name, reply in (("Fatima", "yes"), ("Yonas", "invited"), ("Marit", "no")):
        making.guest(made, making.candidate(cast.own, name), reply=reply, invited_at=at - timedelta(days=20))
    page = log_in(cast.own.account()).get(reverse("gatherings:gathering", args=[made.pk])).content.decode()
    if days < 0:
        assert [words for words in TO_COME if words in page] == []
        assert "<strong>1 kandidaat</strong> zei ja" in page and "Wie zei ja" in page
    else:
        assert "<strong>1 kandidaat</strong> komt" in page and "Yonas heeft nog niet geantwoord." in page


@pytest.mark.parametrize("status", ["finished", "preparing"])
def test_what_is_over_asks_for_no_guests_and_tells_nothing_of_a_new_day(cast, log_in, clock, at, status):
    made = making.gathering(cast.own, tables=1, status=status, starts_at=at - timedelta(hours=3))
    making.guest(made, making.candidate(cast.own, "Fatima"), asked_again_at=at - timedelta(days=2))
    making.guest(made, making.candidate(cast.own, "Yonas"), reply="chosen")
    for house in (cast.own, cast.other):
        client = log_in(house.account())
        page = client.get(reverse("gatherings:gathering", args=[made.pk])).content.decode()
        assert "nieuwe dag nog niet bevestigd" not in page and "nog niet uitgenodigd" not in page
        assert reverse("gatherings:choose_guests", args=[made.pk]) not in page
        guests = client.get(reverse("gatherings:guests", args=[made.pk])).content.decode()
        assert reverse("gatherings:choose_guests", args=[made.pk]) not in guests


def test_a_gathering_of_today_that_nobody_began_has_not_been_on_the_list_nor_on_today(
    cast, log_in, clock, at
):
    made = making.gathering(cast.own, starts_at=at - timedelta(minutes=45), ends_at=at - timedelta(minutes=5))
    client, address = log_in(cast.own.account()), reverse("gatherings:gatherings")
    assert made.place_name in client.get(address).content.decode()
    assert made.place_name not in client.get(address, {"when": "past"}).content.decode()
    today = client.get("/").content.decode()
    assert "Prettig gesprek van vandaag" in today and "Volgend prettig gesprek" not in today
    clock.set(at + timedelta(days=1))
    assert made.place_name not in client.get(address).content.decode()
    assert made.place_name in client.get(address, {"when": "past"}).content.decode()


def test_one_gathering_is_counted_as_one(cast, log_in, at):
    making.gathering(cast.own)
    client = log_in(cast.own.account())
    assert "<strong>1</strong> gesprek<" in client.get(reverse("gatherings:gatherings")).content.decode()
