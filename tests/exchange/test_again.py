"""A list that was taken over before brings nothing, and says so."""

from __future__ import annotations

from uuid import uuid4

import pytest
from tests.exchange.making import SONAR_WORKBOOK
from tests.exchange.test_pages import client, send  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


def test_a_list_that_is_there_already_offers_nothing_to_take_over(client):  # noqa: F811
    address = send(client, SONAR_WORKBOOK.read_bytes(), "sonar").url
    client.post(address, {"request_key": str(uuid4())})
    shown = client.get(send(client, SONAR_WORKBOOK.read_bytes(), "sonar").url).content.decode()
    assert "Alles stond er al. Er is niets om over te nemen." in shown
    assert "Neem 24 rijen over" not in shown and "Neem niets over" in shown


def test_the_report_of_a_list_that_came_in_meanwhile_does_not_call_its_rows_new(client):  # noqa: F811
    first, second = (send(client, SONAR_WORKBOOK.read_bytes(), "sonar").url for _ in range(2))
    for address in (first, second):
        assert "<strong>24</strong> rijen zijn nieuw." in client.get(address).content.decode()
    for address in (first, second):
        client.post(address, {"request_key": str(uuid4())})
    shown = client.get(second).content.decode()
    assert "Alles stond er al. Er is niets veranderd." in shown and "rijen zijn nieuw" not in shown
    assert "Toen de lijst ingelezen werd, waren <strong>24</strong> rijen nieuw." in shown
