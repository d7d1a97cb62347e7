"""The rows of the demo: addresses as people have them, nobody's twice, and the same for the same seed."""

from __future__ import annotations

from datetime import date
from random import Random

from werktop.demo.people import address_at, candidate_row, firm_rows
from werktop.demo.places import TOWNS

TODAY = date(2026, 11, 24)


def candidates() -> list[dict]:
    chance, taken = Random(36), set()
    return [candidate_row(chance, TOWNS[0], number, TODAY, taken) for number in range(1_500)]


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


def test_nobody_joined_after_the_first_gathering_was_planned():
    assert max(row["joined_date"] for row in firm_rows(Random(36), 253, TODAY)) < date(2026, 10, 15)
