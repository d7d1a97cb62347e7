"""The rows of the demo: addresses as people have them, nobody's twice, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random

import pytest

from werktop.demo.commands import _organisations
from werktop.demo.firms import FIRM_KINDS, HOST
from werktop.demo.names import ORIGINS
from werktop.demo.people import address_at, candidate_row, firm_rows
from werktop.demo.places import TOWNS
from werktop.regions.queries import organisation_by_id

TODAY = date(2026, 11, 24)


@pytest.mark.django_db
def test_what_is_sent_back_has_somewhere_to_go(at):
    houses = _organisations(at, TODAY)
    addresses = [organisation_by_id(key).return_address for key in houses.values()]
    assert len(addresses) == 12 and all(len(address.splitlines()) == 2 for address in addresses)


def candidates() -> list[dict]:
    chance, taken, heard = Random(36), set(), {}
    return [candidate_row(chance, TOWNS[number % 10], number, TODAY, taken, heard) for number in range(1_500)]


def test_an_address_comes_from_the_name_and_is_nobody_elses():
    taken: set[str] = set()
    found = [address_at("houtbouw-linge.example", "Zoë", "El Amrani", taken) for _ in range(6)]
    assert found[:3] == [
        "zoe@houtbouw-linge.example",
        "zoe.elamrani@houtbouw-linge.example",
        "z.elamrani@houtbouw-linge.example",
    ]
    assert len(set(found)) == 6


def test_no_address_of_the_demo_looks_made_by_a_counter_and_none_is_shared():
    people = [each["email"] for each in candidates() if each["email"]]
    firms = [p["email"] for row in firm_rows(Random(36), 253, TODAY) for p in row["entrepreneurs"]]
    for addresses in (people, firms):
        assert len(addresses) == len(set(addresses))
        assert all(address.endswith(".example") for address in addresses)
        assert not any(word in address for address in addresses for word in ("kandidaat", "ondernemer"))


def test_it_is_the_same_for_the_same_seed():
    assert candidates() == candidates()
    assert firm_rows(Random(36), 253, TODAY) == firm_rows(Random(36), 253, TODAY)


def test_names_read_as_names_of_one_family():
    homes = {last: origin for origin in ORIGINS for last in origin.last}
    firsts = {first: origin for origin in ORIGINS for first in origin.first}
    people = candidates()
    within = [homes[p["last_name"]] is firsts[p["first_name"]] for p in people]
    assert 0.94 < sum(within) / len(people) < 1
    assert len({(p["first_name"], p["last_name"]) for p in people}) > 1_100
    # nobody speaks a language that has nothing to do with where they come from
    assert all(set(p["languages"]) <= {"nl", "en", firsts[p["first_name"]].language} for p in people)


def test_firms_have_a_name_of_their_own_and_fit_the_river_area():
    rows = firm_rows(Random(36), 253, TODAY)
    names = [row["name"] for row in rows]
    assert names[0] == HOST and len({name.lower() for name in names}) == 253
    assert Counter(name.split()[0] for name in names).most_common(1)[0][1] < 30
    work = Counter(row["what_we_do"].removeprefix(row["name"]) for row in rows)
    assert set(work) == {f" {kind.does}." for kind in FIRM_KINDS}
    assert work.most_common(1)[0][0] == " teelt en sorteert appels, peren en kersen."
    assert len({p["email"].split("@")[1] for row in rows for p in row["entrepreneurs"]}) == 253


def test_a_firm_called_after_a_family_is_often_run_by_it():
    rows = firm_rows(Random(36), 253, TODAY)
    own = [
        row
        for row in rows
        if any(p["last_name"].lower() in row["name"].lower() for p in row["entrepreneurs"])
    ]
    assert 60 < len(own) < 180


def test_nobody_joined_after_the_first_gathering_was_planned():
    assert max(row["joined_date"] for row in firm_rows(Random(36), 253, TODAY)) < date(2026, 10, 15)
