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
