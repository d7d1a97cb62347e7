"""What was promised is put off in one tap, until tomorrow, next week or a day, and put back on the spot."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, reminder
from tests.gatherings.page_asking import text_of
from tests.help_requests.asking import asked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture(params=["reminder", "help"])
def put_off(request, cast):
    """The row on Today, the address of its buttons, and its words."""
    if request.param == "reminder":
        row = reminder(cast.own, what="Bel de bakker")
        return row, reverse("contacts:put_off_reminder", args=[row.pk]), "Bel de bakker"
    row = asked(cast.own, making.candidate(cast.own), words="Bel de bakker")
    return row, reverse("help_requests:put_off_help", args=[row.pk]), "Bel de bakker"


@pytest.mark.parametrize(
    ("to", "day"),
    [("tomorrow", TODAY + timedelta(days=1)), ("week", TODAY + timedelta(days=7)), ("2026-12-31", date(2026, 12, 31))],
)  # fmt: skip
def test_it_leaves_today_comes_back_on_its_day_and_can_be_put_back(client, clock, at, put_off, to, day):
    row, address, words = put_off
    assert address in client.get("/").content.decode()
    answer = client.post(address, {"request_key": uuid4(), "to": to, "back": "/"})
    row.refresh_from_db()
    assert (answer.status_code, row.due_date) == (302, day)
    assert answer["Location"].endswith("#done"), "one reads on where it is told, and not at the top again"
    page = client.get(answer["Location"]).content.decode()
    assert 'id="done"' in page and 'id="said"' in page
    assert "Komt terug op" in page and "Maak ongedaan" in page
    assert f'value="{TODAY}"' in page, "where it stood"
    clock.set(at + (day - TODAY))
    assert words in text_of(client.get("/"))
    clock.set(at)
    client.post(address, {"request_key": uuid4(), "to": str(TODAY), "is_back": "1", "back": "/"})
    row.refresh_from_db()
    assert row.due_date == TODAY and words in text_of(client.get("/"))


@pytest.mark.parametrize("to", ["", "morgen ofzo", "2026-02-31", "2031-01-01"])
def test_a_day_that_is_none_or_years_away_changes_nothing_and_is_said(client, put_off, to):
    row, address, _words = put_off
    answer = client.post(
        address, {"request_key": uuid4(), "to": to, "back": "/"}, HTTP_REFERER="http://testserver/"
    )
    assert answer.status_code == 303
    page = text_of(client.get("/"))
    assert "Kies de dag waarop het terugkomt" in page or "meer dan twee jaar" in page
    row.refresh_from_db()
    assert row.due_date == TODAY


def test_an_address_that_is_made_up_offers_nothing(client, cast, put_off):
    row, _address, _words = put_off
    for said in ("x", f"{row.pk}.gisteren", f"{uuid4()}.2026-11-24"):
        page = text_of(client.get("/", {"later": said, "hulp": said}))
        assert "Komt terug op" not in page
