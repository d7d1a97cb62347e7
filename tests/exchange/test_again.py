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
