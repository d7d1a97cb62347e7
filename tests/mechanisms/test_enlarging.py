"""A matching that grows step by step: what is counted stays true, nobody blocks, and nothing is left of a step taken back."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werktop.mechanisms.matching import Candidate, Place, Problem, enlarging
from werktop.mechanisms.matching.enlarging import State, enlarge
from werktop.mechanisms.matching.exact import most_pairs
from werktop.mechanisms.matching.market import open_market
from werktop.mechanisms.matching.proposals import propose
from werktop.mechanisms.matching.wishes import wishes_of

from .test_matching import problems, quality, stable_matchings

SEED = 0x9E3779B97F4A7C15


def opened(market):
    """The lists and the state that a search begins with."""
    lists = wishes_of(market)
    people = len(lists.room)
    state = State(
        np.zeros(len(market.pairs), np.bool_), lists.room.copy(), np.full(people, -1), np.zeros(people, np.bool_),
        np.zeros(3, np.int64), np.empty(1 << 12, np.int64), np.zeros(1, np.int64), np.array([SEED], np.uint64),
    )  # fmt: skip
    state.counts[:] = ~np.concatenate([market.has_talk, market.has_guest])
    enlarging._hold(lists, state, propose(market))
    return lists, state


def counted(market, held, has):
    """(talks left, tier of who is liked least, tally) by the definition."""
    left, worst, tally = [], [], [int(held.sum()), 0, 0]
    for s, room in enumerate((market.seats, market.chairs)):
        for i in range(len(room)):
            mine = [x for x in np.flatnonzero(held) if market.pairs[x, s] == i]
            left.append(int(room[i]) - len(mine))
            worst.append(max((int(market.ranks[x, s]) for x in mine), default=-1))
            tally[1 + s] += bool(mine) and not has[s][i]
    return left, worst, tally


def as_lists(state):
    return state.left.tolist(), state.worst.tolist(), state.tally.tolist()


@settings(max_examples=120, deadline=None, derandomize=True)
@given(problems(most_candidates=5), st.randoms(use_true_random=False))
def test_after_each_step_the_counts_are_true_and_nobody_blocks(problem, chance):
    steps_keep_the_counts(open_market(problem), chance, 12)


@pytest.mark.parametrize("seed", range(40))
def test_after_many_steps_in_a_crowd_too(seed):
    chance = random.Random(seed)
    ps, cs = [f"p{i}" for i in range(4)], [f"c{i}" for i in range(9)]

    def wants(others):
        mixed = chance.sample(others, len(others))
        return tuple(tuple(mixed[k : k + 2]) for k in range(0, len(mixed), 2))

    people = [Candidate(c, chance.randint(1, 2), wants(ps)) for c in cs]
    places = [Place(p, chance.randint(1, 3), wants(cs)) for p in ps]
    steps_keep_the_counts(open_market(Problem(people, places)), chance, 600)


def steps_keep_the_counts(market, chance, steps):
    """Brings people together by chance, as the search does, and counts everything anew after each step."""
    lists, state = opened(market)
    has = market.has_talk, market.has_guest
    assert as_lists(state) == counted(market, state.held, has)
    for _ in range(steps if len(market.pairs) else 0):
        x = chance.randrange(len(market.pairs))
        left, worst, _ = as_lists(state)
        people = [int(market.pairs[x, 0]), len(market.seats) + int(market.pairs[x, 1])]
        tiers = market.ranks[x].tolist()
        content = all(left[i] > 0 or worst[i] >= tier for i, tier in zip(people, tiers, strict=True))
        assert enlarging._loses_nothing(lists, state, x) == (content and not state.held[x])
        if state.held[x] or not content:
            continue
        before = state.held.copy(), as_lists(state)
        enlarging._bring_together(lists, state, x)
        assert as_lists(state) == counted(market, state.held, has)
        left, worst, _ = as_lists(state)
        assert min(left) >= 0
        for y, pair in enumerate(market.pairs.tolist()):
            them = [pair[0], len(market.seats) + pair[1]]
            gains = [left[i] > 0 or worst[i] > t for i, t in zip(them, market.ranks[y].tolist(), strict=True)]
            assert state.held[y] or not all(gains)
        if chance.random() < 0.5:
            enlarging._take_back(lists, state)
            assert np.array_equal(state.held, before[0])
            assert as_lists(state) == before[1]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(problems(most_candidates=5))
def test_in_a_small_market_the_best_of_all_stable_matchings_is_found(problem):
    market = open_market(problem)
    every = np.arange(len(market.pairs))
    held = enlarge(market, propose(market), (most_pairs(market, every), 99, 99))
    pairs = {(problem.candidates[i].id, problem.places[e].id) for i, e in market.pairs[held].tolist()}
    best = max(quality(problem, matching)[:3] for matching in stable_matchings(problem))
    assert quality(problem, pairs | set(problem.agreed))[:3] == best


def test_a_search_ends_at_its_bound_and_where_it_may_not_go_on(monkeypatch):
    problem = next(p for p in found() if len(open_market(p).pairs) > 3)
    market = open_market(problem)
    start = propose(market)
    assert np.array_equal(enlarge(market, start, (0, 0, 0)), start)
    monkeypatch.setattr(enlarging, "STRIDE", 64)
    monkeypatch.setattr(enlarging, "LEAST", 64)
    asked = iter([True, False])
    enlarge(market, start, (99, 99, 99), lambda: next(asked))
    assert next(asked, "nothing left") == "nothing left"


def found():
    """A few markets with more wishes than can be met."""
    from .test_matching import gathering

    return [gathering(12, 4, seed) for seed in range(3)]


def test_chance_is_the_generator_that_it_says():
    market = open_market(found()[0])
    _, state = opened(market)
    x = SEED
    state.chance[0] = SEED
    for limit in itertools.chain(range(1, 40), (1_000_000,)):
        x ^= x << 13 & (1 << 64) - 1
        x ^= x >> 7
        x ^= x << 17 & (1 << 64) - 1
        assert enlarging._below(state, limit) == (x >> 11) % limit


def test_numbers_are_compared_as_words_in_a_dictionary():
    for one, other in itertools.product(itertools.product((0, 1, 2), repeat=3), repeat=2):
        for length in (1, 2, 3):
            said = enlarging._is_less(np.array(one[:length]), np.array(other[:length]))
            assert said == (one[:length] < other[:length])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(problems(most_candidates=5))
def test_lists_have_each_wish_on_both_sides_best_first(problem):
    market = open_market(problem)
    lists = wishes_of(market)
    n = len(market.seats)
    assert lists.room.tolist() == [*market.seats.tolist(), *market.chairs.tolist()]
    assert lists.who.tolist() == [market.pairs[:, 0].tolist(), (market.pairs[:, 1] + n).tolist()]
    assert lists.tier.tolist() == market.ranks.T.tolist()
    for i in range(len(lists.room)):
        s = int(i >= n)
        mine = lists.rows[lists.first[i] : lists.first[i + 1]].tolist()
        wished = [x for x in range(len(market.pairs)) if market.pairs[x, s] + n * s == i]
        assert mine == sorted(wished, key=lambda x: (market.ranks[x, s], market.pairs[x, 1 - s]))
    assert lists.first[-1] == len(lists.rows) == 2 * len(market.pairs)
