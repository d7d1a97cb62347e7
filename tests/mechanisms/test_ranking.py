"""Ranking: exactly the best, in both directions, with ties, filters, changes and reasons."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mechanisms.ranked import STRICT, fits, market, profiles_by_hand, score, seekers_by_hand

from werktop.mechanisms import ranking
from werktop.mechanisms.ranking import ground, index
from werktop.mechanisms.refusals import MalformedProblem


def assert_exact(found, s, p, k, relaxed=STRICT):
    rows, scores = found.profiles_for(k=k, relaxed=relaxed)
    for i in range(len(s)):
        assert (rows[i].tolist(), scores[i].tolist()) == profiles_by_hand(s, i, p, k, relaxed), i
    rows, scores = found.seekers_for(k=k, relaxed=relaxed)
    for j in range(len(p)):
        assert (rows[j].tolist(), scores[j].tolist()) == seekers_by_hand(s, p, j, k, relaxed), j


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**6), seekers=st.integers(0, 40), profiles=st.integers(0, 40), k=st.integers(1, 12),
    top=st.sampled_from([0, 1, 4]), land=st.sampled_from([1, 2_000, 40_000, 600_000]),
)  # fmt: skip
def test_both_directions_are_what_every_pair_one_by_one_says(seed, seekers, profiles, k, top, land):
    s, p = market(seed, seekers, profiles, land=land, top=top)
    assert_exact(ranking.Index(s, p), s, p, k)


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 10**6), distance=st.booleans(), hours=st.booleans(), day=st.booleans(),
    abilities=st.sampled_from([0, 1, 1 << 63, (1 << 64) - 1]),
)  # fmt: skip
def test_what_is_relaxed_is_not_asked_and_all_else_is(seed, distance, hours, day, abilities):
    s, p = market(seed, 20, 25)
    assert_exact(ranking.Index(s, p), s, p, 6, ranking.Relaxed(distance, hours, day, abilities))


@pytest.mark.parametrize(("block", "lanes"), [(64, 4096), (128, 4096)])
def test_more_rows_than_one_block_or_one_piece_holds(monkeypatch, block, lanes):
    """Many in one village: several blocks to a strip, and more than the lanes hold at a time."""
    monkeypatch.setattr(ground, "BLOCK", block)
    s, p = market(3, 40, 9_000, land=1_500)
    found = ranking.Index(s, p)
    rows, scores = found.profiles_for(k=25)
    for i in range(0, 40, 7):
        assert (rows[i].tolist(), scores[i].tolist()) == profiles_by_hand(s, i, p, 25)
    s, p = market(4, 9_000, 12, land=1_500)
    rows, scores = ranking.Index(s, p).seekers_for(k=25)
    for j in range(0, 12, 5):
        assert (rows[j].tolist(), scores[j].tolist()) == seekers_by_hand(s, p, j, 25)


def test_blocks_grow_where_there_are_more_competencies_than_the_table_of_starts_bears(monkeypatch):
    monkeypatch.setattr(ground, "STARTS", 20)
    s, p = market(5, 300, 200)
    found = ranking.Index(s, p)
    assert found._profiles.ground.block_size > 64
    assert_exact(found, s, p, 5)


def test_threads_and_batches_change_nothing(monkeypatch):
    s, p = market(6, 300, 200)
    alone = ranking.Index(s, p).profiles_for(k=7, threads=1)
    monkeypatch.setattr(index, "BATCH", 20)
    together = ranking.Index(s, p).profiles_for(k=7, threads=2)
    assert np.array_equal(alone[0], together[0]) and np.array_equal(alone[1], together[1])


def test_only_the_rows_asked_for_in_the_order_asked():
    s, p = market(7, 30, 40)
    found = ranking.Index(s, p)
    rows, _ = found.profiles_for()
    some, _ = found.profiles_for([9, 2, 9])
    assert np.array_equal(some, rows[[9, 2, 9]])


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), turns=st.integers(1, 8), land=st.sampled_from([1, 2_000, 40_000]))
def test_after_changes_the_ranking_is_as_if_built_anew(seed, turns, land):
    s, p = market(seed, 25, 30, land=land)
    other_s, other_p = market(seed + 1, 25, 30, land=land)
    found = ranking.Index(s, p)
    chance = np.random.default_rng(seed)
    for _ in range(turns):
        i, j = int(chance.integers(25)), int(chance.integers(30))
        found.replace_seeker(i, one(other_s, i))
        found.replace_profile(j, one(other_p, j))
        s, p = with_row(s, i, other_s), with_row(p, j, other_p)
    assert_exact(found, s, p, 6)


def test_many_changes_lay_the_land_out_anew(monkeypatch):
    monkeypatch.setattr(index, "MOST_CHANGED", 3)
    s, p = market(8, 20, 20)
    other, _ = market(9, 20, 20)
    found = ranking.Index(s, p)
    for i in range(7):
        found.replace_seeker(i, one(other, i))
        s = with_row(s, i, other)
    assert len(found._seekers.changed) < 4
    assert_exact(found, s, p, 5)


def one(table, row):
    return type(table)(*(getattr(table, each.name)[[row]] for each in fields(table)))


def with_row(table, row, other):
    columns = {each.name: getattr(table, each.name).copy() for each in fields(table)}
    for name, column in columns.items():
        column[row] = getattr(other, name)[row]
    return replace(table, **columns)


def test_scores_beyond_sixteen_bits_are_exact_and_beyond_thirty_two_refused():
    s, p = market(10, 20, 20)
    large = replace(s, levels=s.levels * np.int16(4_000))
    assert_exact(ranking.Index(large, p), large, p, 5)
    heavy = replace(p, weights=p.weights * np.int16(8_000))
    with pytest.raises(MalformedProblem, match="levels"):
        ranking.Index(replace(s, levels=s.levels * np.int16(8_000)), heavy)


def test_a_place_without_a_level_may_name_a_competency_again():
    s, _ = market(20, 1, 1)
    for levels, is_wrong in (([2, 0], False), ([0, 2], False), ([1, 1], True), ([1, 3], True)):
        columns = {"competencies": np.int16([[3, 3]]), "levels": np.int16([levels])}
        if not is_wrong:
            replace(s, **columns)
            continue
        with pytest.raises(MalformedProblem, match=r"competencies\[0\].*twice"):
            replace(s, **columns)


@pytest.mark.parametrize(("east", "north"), [(-100_000, -200_000), (-20_000, -20_000), (100_000, 400_000)])
def test_it_does_not_matter_where_the_land_begins(east, north):
    s, p = (
        replace(table, x_m=table.x_m + np.float32(east), y_m=table.y_m + np.float32(north))
        for table in market(19, 60, 60)
    )
    assert_exact(ranking.Index(s, p), s, p, 5)


def test_affinities_alone_may_go_beyond_sixteen_bits_and_not_beyond_thirty_two():
    s, p = market(18, 12, 12, top=0)
    fond = (
        replace(s, affinities=s.affinities * np.int16(900)),
        replace(p, affinities=p.affinities * np.int16(900)),
    )
    assert_exact(ranking.Index(*fond), *fond, 5)
    full = [replace(table, affinities=np.full_like(table.affinities, 32_767)) for table in (s, p)]
    with pytest.raises(MalformedProblem, match="levels"):
        ranking.Index(*full)


def test_every_reason_adds_up_to_the_score_and_names_what_fails():
    s, p = market(11, 25, 25)
    found = ranking.Index(s, p)
    seen = set()
    for i in range(25):
        for j in range(25):
            reason = found.reason(i, j)
            assert reason.score == score(s, i, p, j)
            assert reason.score == sum(term[3] for term in reason.competencies) + sum(reason.affinities)
            assert reason.fits == fits(s, i, p, j)
            seen |= set(reason.failed)
            lacking = int(p.required[j]) & ~int(s.abilities[i])
            assert sum(1 << bit for bit in reason.missing) == lacking
    assert seen == {"distance", "hours", "day", "abilities"}


def test_a_near_miss_says_what_is_to_be_learned():
    s, p = market(12, 20, 60)
    found = ranking.Index(s, p)
    near, _ = found.profiles_for(k=60, relaxed=ranking.Relaxed(abilities=(1 << 64) - 1))
    strict, _ = found.profiles_for(k=60)
    missed = [(i, j) for i in range(20) for j in set(near[i].tolist()) - set(strict[i].tolist()) - {-1}]
    assert missed and all(found.reason(i, j).failed == ("abilities",) for i, j in missed)


@pytest.mark.parametrize("land", [1, 40_000])
def test_a_row_replaced_by_itself_changes_nothing(land):
    """Also where all rows lie in one block, of which any row may be the westernmost."""
    s, p = market(13, 12, 12, land=land)
    found = ranking.Index(s, p)
    for row in range(12):
        found.replace_seeker(row, one(s, row))
        found.replace_profile(row, one(p, row))
        assert_exact(found, s, p, 5)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("levels", lambda c: c - np.int16(1), r"levels\[\d+\]"),
        ("radius_m", lambda c: np.full(len(c), -1.0), r"radius_m\[0\]"),
        ("x_m", lambda c: np.full(len(c), np.nan), r"x_m\[0\]"),
        ("y_m", lambda c: c[:-1], "y_m"),
        ("hours_min", lambda c: c.astype(float), "hours_min.*whole"),
        ("available_day", lambda c: c.astype(np.int64) + 40_000, r"available_day\[0\]"),
        ("affinities", lambda c: c[:, :7], "affinities.*8"),
        ("competencies", lambda c: np.zeros_like(c), r"competencies\[\d+\].*twice"),
        ("levels", lambda c: c[:, :3], "levels"),
        ("abilities", lambda c: c[:, None], "abilities.*dimension"),
    ],
)
def test_a_column_that_is_wrong_is_named(name, value, words):
    s, _ = market(14, 20, 1)
    with pytest.raises(MalformedProblem, match=words):
        replace(s, **{name: value(getattr(s, name))})


def test_what_cannot_be_asked_is_refused():
    s, p = market(15, 5, 5)
    found = ranking.Index(s, p)
    for wrong in ({"seeker_rows": [5]}, {"seeker_rows": [-1]}, {"k": 0}):
        with pytest.raises(MalformedProblem):
            found.profiles_for(**wrong)
    with pytest.raises(MalformedProblem):
        found.replace_seeker(5, one(s, 0))
    with pytest.raises(MalformedProblem):
        found.replace_seeker(0, s)
    with pytest.raises(MalformedProblem):
        found.reason(0, 5)


def test_the_tables_that_were_given_stay_as_they_were():
    s, p = market(16, 10, 10)
    other, _ = market(17, 10, 10)
    before = {each.name: getattr(s, each.name).copy() for each in fields(s)}
    ranking.Index(s, p).replace_seeker(0, one(other, 0))
    assert all(np.array_equal(before[each.name], getattr(s, each.name)) for each in fields(s))
