"""Small groups cannot be told from a shared result: not from a count, nor from the difference of two."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from tests import making
from tests.matches.making_talks import click, evening, propose, send

from werktop.accounts.roles import Role
from werktop.gatherings.small_numbers import hidden_in


def test_a_count_below_ten_is_hidden_and_ten_is_not():
    assert hidden_in({"a": 9, "b": 10, "c": 0}) == {"a", "c"}


def test_who_is_left_out_is_no_small_group_either():
    counts = {"invited": 50, "yes": 45, "came": 38}
    assert hidden_in(counts, ladders=[("invited", "yes", "came")]) == {"yes"}
    assert hidden_in({"invited": 20, "yes": 20}, ladders=[("invited", "yes")]) == {"yes"}
    assert hidden_in({"yes": 20, "came": 24}, ladders=[("yes", "came")]) == {"came"}, "walk-ins too"


def test_a_hidden_part_does_not_follow_from_its_sum():
    sums = {"all": ("a", "b", "c")}
    assert hidden_in({"all": 45, "a": 20, "b": 20, "c": 5}, sums=sums) == {"c", "a"}
    assert hidden_in({"all": 60, "a": 20, "b": 20, "c": 20}, sums=sums) == set()
    assert hidden_in({"all": 30, "a": 30, "b": 0, "c": 0}, sums=sums) == {"a", "b", "c"}


def test_a_product_does_not_give_a_hidden_factor_away():
    products = {"met": ("came", "firms")}
    assert hidden_in({"met": 68, "came": 34, "firms": 10}, products=products) == set()
    assert hidden_in({"met": 68, "came": 34, "firms": 8}, products=products) == {"firms", "met"}
    assert hidden_in({"met": 68, "came": 34, "firms": 10}, products=products, away=["came"]) == {
        "came",
        "met",
    }


def test_a_hidden_sum_does_not_follow_from_its_parts():
    counts = {"made": 47, "all": 45, "a": 20, "b": 25}
    hidden = hidden_in(counts, ladders=[("made", "all")], sums={"all": ("a", "b")})
    assert hidden == {"all", "a"}


@pytest.fixture
def made(cast, at, clock):
    found = evening(cast, candidates=4, entrepreneurs=2)
    click(found, found.guests[0], found.firms[0])
    propose(cast, at, found)
    send(cast, at, found)
    return found


def shown(client, made) -> tuple[str, str]:
    address = f"/gesprekken/{made.gathering.pk}/resultaat/"
    file = b"".join(client.get(f"{address}download/").streaming_content).decode("utf-8-sig")
    return client.get(address).content.decode(), file


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["team lead", "private", "other"])
def test_who_may_not_read_the_guests_by_name_reads_no_small_count(cast, log_in, made, who):
    account = {
        "team lead": cast.own.account(Role.TEAM_LEAD),
        "private": cast.private.account(),
        "other": cast.other.account(),
    }[who]
    page, file = shown(log_in(account), made)
    assert "4 kandidaten" not in page and "niemand is hierin te herkennen" in page
    table = page.partition('id="all"')[2]
    numbers = {int(n) for n in re.findall(r'utrecht-table__cell num">\s*(\d+)', table)}
    assert not [n for n in numbers - {made.gathering.tables.count()} if n < 10], numbers
    assert "kandidaten kwamen;;" in file
    told = [line.split(";")[1] for line in file.splitlines()[1:] if line.count(";") > 1]
    assert {n for n in told if n.isdigit() and int(n) < 10} <= {str(made.gathering.tables.count())}


@pytest.mark.django_db
def test_who_reads_the_guests_by_name_reads_every_count_and_no_claim(cast, log_in, made):
    page, file = shown(log_in(cast.own.account()), made)
    assert "4 kandidaten spraken met 2 ondernemers" in page
    assert "niemand is hierin te herkennen" not in page
    assert "kandidaten kwamen;4;" in file


@pytest.mark.django_db
def test_another_organisation_with_a_guest_there_reads_the_counts(cast, log_in, made):
    making.guest(made.gathering, making.candidate(cast.other, "Nora"))
    address = reverse("matches:results", args=[made.gathering.pk])
    assert (
        "4 kandidaten spraken met 2 ondernemers" in log_in(cast.other.account()).get(address).content.decode()
    )
