"""Who said yes to another gathering at the same hour is shown so, and is not ticked beforehand."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def suggested(log_in, cast, made, kind):
    """The page, and the keys that are ticked on it."""
    url = reverse("gatherings:choose_guests", args=[made.pk])
    page = log_in(cast.own.account()).get(f"{url}?kind={kind}").content.decode()
    return page, re.findall(rf'name="{kind}" value="([^"]+)" checked', page)


@pytest.mark.parametrize("kind", ["candidate", "entrepreneur"])
def test_who_comes_elsewhere_is_named_and_not_ticked(cast, log_in, kind):
    made = making.gathering(cast.own, tables=2)
    other = making.gathering(
        cast.own, place_name="Bakkerij De Aar", starts_at=made.starts_at + timedelta(hours=2)
    )
    people = [
        making.candidate(cast.own, name)
        if kind == "candidate"
        else making.entrepreneur(making.employer(cast.own), name)
        for name in ("Fatima", "Yonas")
    ]
    making.guest(other, people[0])
    page, ticked = suggested(log_in, cast, made, kind)
    assert page.count("komt dan al bij Bakkerij De Aar") == 1
    assert str(people[1].pk) in ticked and str(people[0].pk) not in ticked
    assert page.index(str(people[1].pk)) < page.index(str(people[0].pk))


@pytest.mark.parametrize(
    ("reply", "hours", "status"),
    [
        ("waiting", 0, "preparing"),
        ("invited", 0, "preparing"),
        ("yes", 3, "preparing"),
        ("yes", 0, "cancelled"),
    ],
)
def test_who_did_not_say_yes_to_that_hour_is_ticked(cast, log_in, at, reply, hours, status):
    made = making.gathering(cast.own)
    more = {"cancelled_at": at} if status == "cancelled" else {}
    other = making.gathering(
        cast.own, starts_at=made.starts_at + timedelta(hours=hours), status=status, **more
    )
    person = making.candidate(cast.own, "Fatima")
    making.guest(other, person, reply=reply)
    page, ticked = suggested(log_in, cast, made, "candidate")
    assert str(person.pk) in ticked and "komt dan al bij" not in page
