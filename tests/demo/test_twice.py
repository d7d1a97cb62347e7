"""Who looks to be in the demo twice is nearly always there twice: chance namesakes in one place are rare."""

from __future__ import annotations

from itertools import count
from random import Random
from uuid import UUID

from tests.demo.test_rows import TODAY

from werktop.demo.people import candidate_row
from werktop.demo.places import TOWNS
from werktop.regions.alike import Known, pairs_among


def test_nobody_of_the_rows_is_a_namesake_in_the_same_place():
    chance, taken, heard, number = Random(36), set(), {}, count()
    people = []
    for town, many in ((TOWNS[0], 420), (TOWNS[1], 220)):
        for _ in range(many):
            row = candidate_row(chance, town, next(number), TODAY, taken, heard)
            key = UUID(int=len(people))
            people.append(Known(key, f"{row['first_name']} {row['last_name']}", place=town.name))
    assert pairs_among(people) == {}
