"""The tables from rows of a database: the same as by hand, and each wrong value named with its row."""

from __future__ import annotations

import datetime
from dataclasses import fields
from decimal import Decimal

import numpy as np
import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mechanisms.ranked import market

from werktop.mechanisms import ranking
from werktop.mechanisms.refusals import MalformedProblem

MAKE = {ranking.Seekers: ranking.seekers_from_rows, ranking.Profiles: ranking.profiles_from_rows}
SEEKER = [1.5, -2.5, 9_000.0, 8, 32, 40, 5, [3, 7], [1, 4], [0, 1, 2, 3, 4, 5, 6, 7]]
FIELDS = [each.name for each in fields(ranking.Seekers)]


def as_rows(table) -> list[tuple]:
    """What a driver gives: no place for a competency that is not had, abilities signed, numbers of Python."""
    amounts = table.levels if isinstance(table, ranking.Seekers) else table.weights
    rows = []
    for i in range(len(table)):
        had = amounts[i] > 0
        *facts, bits, _, _, affinities = (getattr(table, each.name)[i] for each in fields(table))
        lists = table.competencies[i][had], amounts[i][had], affinities
        rows.append(
            (*(fact.item() for fact in facts), bits.astype(np.int64).item(), *(x.tolist() for x in lists))
        )
    return rows


def assert_same(made, table):
    """Every column of a fact the same to the bit, and of the competencies what is had, in its order."""
    for name in (each.name for each in fields(table)):
        mine, theirs = getattr(made, name), getattr(table, name)
        assert mine.dtype == theirs.dtype
        if name not in ("competencies", "levels", "weights"):
            assert np.array_equal(mine, theirs), name
    assert as_rows(made) == as_rows(table)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), n=st.integers(0, 30), top=st.sampled_from([0, 1, 4]))
def test_rows_make_the_tables_that_are_built_by_hand_and_the_same_ranking(seed, n, top):
    s, p = market(seed, n, 20, top=top)
    made = [MAKE[type(table)](iter(as_rows(table))) for table in (s, p)]
    assert_same(made[0], s)
    assert_same(made[1], p)
    for mine, theirs in zip(
        ranking.Index(*made).profiles_for(k=5), ranking.Index(s, p).profiles_for(k=5), strict=True
    ):
        assert np.array_equal(mine, theirs)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            *[st.floats(-1e6, 1e6, width=32)] * 2, st.floats(0, 1e6, width=32), *[st.integers(0, 2**15 - 1)] * 3,
            st.integers(-(2**63), 2**63 - 1),
            st.lists(st.tuples(st.integers(0, 2**15 - 1), st.integers(0, 2**15 - 1)), max_size=5, unique_by=lambda c: c[0]),
            st.lists(st.integers(0, 2**15 - 1), min_size=8, max_size=8),
        ),
        max_size=6,
    )
)  # fmt: skip
def test_any_value_that_a_column_can_hold_arrives_as_it_was(rows):
    given_rows = [(*row[:7], [c for c, _ in row[7]], [level for _, level in row[7]], row[8]) for row in rows]
    made = ranking.seekers_from_rows(given_rows)
    assert len(made) == len(rows)
    for i, row in enumerate(given_rows):
        assert [getattr(made, name)[i].item() for name in FIELDS[:6]] == list(row[:6])
        assert int(made.abilities[i]) == row[6] % 2**64
        width = len(row[7])
        assert made.competencies[i, :width].tolist() == row[7]
        assert made.levels[i].tolist() == row[8] + [0] * (made.levels.shape[1] - width)
        assert made.affinities[i].tolist() == row[9]


@pytest.mark.django_db
@pytest.mark.parametrize("side", [0, 1])
def test_what_postgresql_gives_back_makes_the_same_tables(side):
    table = market(18, 40, 40)[side]
    kinds = {
        np.dtype(np.float32): "real", np.dtype(np.int16): "smallint", np.dtype(np.uint64): "bigint",
    }  # fmt: skip
    names = [each.name for each in fields(table)]
    columns = [
        f"{name} {kinds[getattr(table, name).dtype]}{'[]' if getattr(table, name).ndim == 2 else ''}"
        for name in names
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"create temporary table filed (number int, {', '.join(columns)}) on commit drop")
        places = ", ".join(["%s"] * (len(names) + 1))
        cursor.executemany(
            f"insert into filed values ({places})", [(i, *row) for i, row in enumerate(as_rows(table))]
        )
        cursor.execute(f"select {', '.join(names)} from filed order by number")
        assert_same(MAKE[type(table)](cursor.fetchall()), table)


def test_rows_with_one_competency_more_than_others_leave_places_empty():
    made = ranking.seekers_from_rows(
        [SEEKER, [*SEEKER[:7], [9], [2], SEEKER[9]], [*SEEKER[:7], [], [], SEEKER[9]]]
    )
    assert made.levels.tolist() == [[1, 4], [2, 0], [0, 0]]
    assert made.competencies[0].tolist() == [3, 7] and made.competencies[1, 0] == 9


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("x_m", None, r"x_m\[2\].*number"),
        ("y_m", "12", r"y_m\[2\].*number"),
        ("y_m", Decimal("12.5"), r"y_m\[2\].*number"),
        ("y_m", float("nan"), r"y_m\[2\].*outside"),
        ("radius_m", -1.0, r"radius_m\[2\].*outside"),
        ("hours_min", 8.0, r"hours_min\[2\].*whole"),
        ("hours_max", [32], r"hours_max\[2\].*whole"),
        ("available_day", datetime.date(2026, 11, 23), r"available_day\[2\].*whole"),
        ("available_day", 40_000, r"available_day\[2\].*outside"),
        ("abilities", None, r"abilities\[2\].*whole"),
        ("abilities", 2**64, r"abilities\[2\].*64 bits"),
        ("abilities", 2**63, r"abilities\[2\].*64 bits"),
        ("abilities", -(2**63) - 1, r"abilities\[2\].*64 bits"),
        ("competencies", None, r"competencies\[2\].*list"),
        ("competencies", "37", r"competencies\[2\].*list"),
        ("competencies", [3, None], r"competencies\[2\].*whole"),
        ("competencies", [3, [7]], r"competencies\[2\].*whole"),
        ("competencies", [3, 3], r"competencies\[2\].*twice"),
        ("competencies", [3, -7], r"competencies\[2\].*outside"),
        ("levels", [1], r"levels\[2\].*each of the competencies"),
        ("levels", [1, 2, 3], r"levels\[2\].*each of the competencies"),
        ("levels", [1, 2.5], r"levels\[2\].*whole"),
        ("affinities", [1] * 7, r"affinities\[2\].*8"),
        ("affinities", [1] * 9, r"affinities\[2\].*8"),
        ("affinities", [1] * 7 + ["1"], r"affinities\[2\].*whole"),
        ("affinities", [], r"affinities\[2\].*8"),
    ],
)  # fmt: skip
def test_a_value_that_is_wrong_is_named_with_its_row(name, value, words):
    wrong = list(SEEKER)
    wrong[FIELDS.index(name)] = value
    with pytest.raises(MalformedProblem, match=words):
        ranking.seekers_from_rows([SEEKER, SEEKER, wrong, SEEKER])


def test_the_last_ability_is_not_what_is_wrong():
    rows = [[*SEEKER[:6], bits, *SEEKER[7:]] for bits in (-(2**63), 2**63 - 1, None)]
    with pytest.raises(MalformedProblem, match=r"abilities\[2\].*whole"):
        ranking.seekers_from_rows(rows)
    assert [int(bits) for bits in ranking.seekers_from_rows(rows[:2]).abilities] == [2**63, 2**63 - 1]


def test_places_in_whole_metres_may_lie_to_the_south_and_west():
    made = ranking.seekers_from_rows([[-3, -4, 5, *SEEKER[3:]], [3, -4, 0, *SEEKER[3:]]])
    assert (made.x_m.tolist(), made.y_m.tolist(), made.radius_m.tolist()) == ([-3, 3], [-4, -4], [5, 0])


@pytest.mark.parametrize("name", ["x_m", "hours_min", "abilities"])
def test_lists_where_numbers_belong_are_named(name):
    at = FIELDS.index(name)
    with pytest.raises(MalformedProblem, match=rf"{name}\[0\]"):
        ranking.seekers_from_rows([[*SEEKER[:at], [1], *SEEKER[at + 1 :]]] * 2)


@pytest.mark.parametrize(
    ("name", "values", "row"),
    [("hours_min", [True, True], 0), ("hours_min", [8, True, None], 2), ("hours_min", [8, np.uint64(9)], 0)],
)
def test_what_is_no_number_of_this_kind_in_any_row_is_named(name, values, row):
    at = FIELDS.index(name)
    with pytest.raises(MalformedProblem, match=rf"{name}\[{row}\].*whole"):
        ranking.seekers_from_rows([[*SEEKER[:at], value, *SEEKER[at + 1 :]] for value in values])


def test_nobody_with_a_competency_takes_no_place():
    bare = [*SEEKER[:7], [], [], SEEKER[9]]
    made = ranking.seekers_from_rows([bare, bare])
    assert made.competencies.shape == made.levels.shape == (2, 0)


@pytest.mark.parametrize("row", [SEEKER[:-1], [*SEEKER, 1], None, 7, "0123456789"])
def test_a_row_that_is_not_one_is_named(row):
    with pytest.raises(MalformedProblem, match=r"rows\[1\].*10 values.*radius_m"):
        ranking.seekers_from_rows([SEEKER, row])


def test_a_table_of_the_other_kind_is_refused():
    with pytest.raises(MalformedProblem, match=r"rows\[0\].*9 values"):
        ranking.profiles_from_rows([SEEKER])
