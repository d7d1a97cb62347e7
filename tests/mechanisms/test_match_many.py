"""Matching on arrays: stable, the best for every candidate, and clear about input that cannot be."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werktop.mechanisms.matching import match_many
from werktop.mechanisms.refusals import MalformedProblem


def market(seed: int, people: int, places: int, length: int, *, ranks: int = 1000, most: int = 3):
    """Strict lists of different lengths, ranks with ties, and some places without a chair."""
    chance = np.random.default_rng(seed)
    wants = np.full((people, length), -1, np.int32)
    for i in range(people):
        k = int(chance.integers(0, min(length, places) + 1))
        wants[i, :k] = chance.permutation(places)[:k]
    return (
        wants,
        chance.integers(0, ranks, (people, length)).astype(np.int32),
        chance.integers(0, most + 1, places).astype(np.int32),
    )


def is_stable(wants, ranks, chairs, place) -> bool:
    """Nobody sits where they did not ask, no place is over-full, and no pair would both gain: pair by pair, ties (equal
    ranks) gain nobody."""
    people = range(len(wants))
    for p in range(len(chairs)):
        if sum(place == p) > chairs[p]:
            return False
    rank = [{int(p): int(r) for p, r in zip(wants[i], ranks[i], strict=True) if p >= 0} for i in people]
    for i in people:
        if place[i] >= 0 and place[i] not in rank[i]:
            return False
        for p in wants[i]:
            if p < 0 or p == place[i]:
                break
            there = [rank[j][int(p)] for j in people if place[j] == p]
            if len(there) < chairs[p] or (there and max(there) > rank[i][int(p)]):
                return False
    return True


@settings(max_examples=200, deadline=None)
@given(
    seed=st.integers(0, 10**6), people=st.integers(0, 40), places=st.integers(1, 12), length=st.integers(1, 8),
    ranks=st.sampled_from([1, 3, 1000]),
)  # fmt: skip
def test_nobody_and_no_place_would_both_rather_have_each_other(seed, people, places, length, ranks):
    wants, given_ranks, chairs = market(seed, people, places, length, ranks=ranks)
    assert is_stable(wants, given_ranks, chairs, match_many(wants, given_ranks, chairs))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_no_stable_answer_gives_any_candidate_a_better_place(seed):
    """Among all answers that there are; ties are decided by the row, as the answer does."""
    wants, ranks, chairs = market(seed, 4, 3, 3, ranks=3, most=2)
    strict = ranks * 10 + np.arange(4, dtype=np.int32)[:, None]
    said = match_many(wants, ranks, chairs)
    choice = [{-1: 9} | {int(p): k for k, p in enumerate(row) if p >= 0} for row in wants]
    for answer in product(*([-1, *[int(p) for p in row if p >= 0]] for row in wants)):
        place = np.array(answer, np.int32)
        if is_stable(wants, strict, chairs, place):
            assert all(choice[i][int(said[i])] <= choice[i][answer[i]] for i in range(4))


def test_many_batches_and_long_chains():
    """Everybody wants the same places in the same order, so that each refusal leads to the next."""
    wants = np.tile(np.arange(50, dtype=np.int32), (3_000, 1))
    ranks = np.arange(3_000, dtype=np.int32)[::-1, None] + np.zeros((1, 50), np.int32)
    place = match_many(wants, ranks, np.full(50, 20, np.int32))
    assert np.array_equal(np.bincount(place[place >= 0], minlength=50), np.full(50, 20))
    assert np.array_equal(np.flatnonzero(place == 0), np.arange(2_980, 3_000))
    assert np.array_equal(np.flatnonzero(place < 0), np.arange(2_000))


def test_the_lower_row_wins_a_tie_and_negative_ranks_count():
    wants = np.zeros((3, 1), np.int32)
    one = np.ones(1, np.int32)
    assert match_many(wants, np.zeros((3, 1), np.int32), one).tolist() == [0, -1, -1]
    assert match_many(wants, np.array([[5], [-7], [-7]], np.int32), one).tolist() == [-1, 0, -1]


@pytest.mark.parametrize("chairs", range(1, 13))
def test_a_place_with_many_chairs_keeps_those_whom_it_ranks_best_in_whichever_order_they_come(chairs):
    for seed in range(8):
        ranks = np.random.default_rng(seed).permutation(40).astype(np.int32)
        place = match_many(np.zeros((40, 1), np.int32), ranks[:, None], np.array([chairs], np.int32))
        assert sorted(ranks[place == 0].tolist()) == list(range(chairs))


def test_the_lowest_and_the_highest_rank_that_there_can_be_are_ranks_like_others():
    lowest, highest = -(2**31), 2**31 - 1
    one = np.ones(1, np.int32)
    for kind in (np.int32, np.int64):
        ranks = np.array([[highest], [0], [lowest]], kind)
        assert match_many(np.zeros((3, 1), kind), ranks, one).tolist() == [-1, -1, 0]
        assert match_many(np.zeros((1, 1), kind), ranks[:1], one).tolist() == [0]
        # nor does the lowest open a place without a chair
        assert match_many(np.zeros((1, 1), kind), ranks[2:], np.zeros(1, kind)).tolist() == [-1]


def test_no_list_no_place_no_chair():
    none = np.zeros((300, 0), np.int32)
    assert match_many(none, none, np.ones(3, np.int32)).tolist() == [-1] * 300
    assert (
        match_many(np.zeros((0, 2), np.int32), np.zeros((0, 2), np.int32), np.ones(1, np.int32)).tolist()
        == []
    )
    wants = np.array([[-1, -1]], np.int32)
    assert match_many(wants, wants, np.zeros(0, np.int32)).tolist() == [-1]
    wants = np.array([[0, 1]], np.int32)
    assert match_many(wants, wants, np.array([0, 1], np.int32)).tolist() == [1]


@pytest.mark.parametrize(
    ("wants", "ranks", "chairs", "words"),
    [
        ([[0, 2]], [[0, 0]], [1, 1], r"candidate_wants\[0\]"),
        ([[0, 1], [-1, 0]], [[0, 0], [0, 0]], [1, 1], r"candidate_wants\[1\]"),
        ([[-2, 0]], [[0, 0]], [1], r"candidate_wants\[0\]"),
        ([[0]], [[0, 1]], [1], "place_ranks"),
        ([0], [0], [1], "place_ranks"),
        ([[0]], [[0]], [0, -1, -1], r"capacities\[1\]"),
        ([[0]], [[0]], [[1]], "capacities"),
        ([[0.5]], [[0]], [1], "candidate_wants.*whole"),
        ([[0]], [[2**31]], [1], "place_ranks.*int32"),
        ([[0]], [[-(2**31) - 1]], [1], "place_ranks.*int32"),
    ],
)
def test_what_is_wrong_is_named(wants, ranks, chairs, words):
    with pytest.raises(MalformedProblem, match=words):
        match_many(np.array(wants), np.array(ranks), np.array(chairs))
