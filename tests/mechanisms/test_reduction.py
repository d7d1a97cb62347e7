"""What is left to decide after a gathering, and which of it can go, in markets larger than all cases can be tried in."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from werktop.mechanisms.matching import Candidate, Place, Problem, reduction
from werktop.mechanisms.matching.market import open_market
from werktop.mechanisms.matching.wishes import wishes_of

from .test_largest_matchings import _is_sure_of_better, _room
from .test_matching import problems, tier


def crowd(seed):
    """Six or seven people on one side and six on the other, who like some of them or most, in tiers of one to three."""
    chance, many = random.Random(seed), seed % 2
    ps, cs = [f"p{i}" for i in range(6)], [f"c{i}" for i in range(7 - many)]

    def wants(others):
        mixed = chance.sample(others, chance.randint(4, 6) if many else chance.randint(2, 5))
        cut = chance.choice([1, 2, 2, 3])
        return tuple(tuple(mixed[k : k + cut]) for k in range(0, len(mixed), cut))

    talks = [1] if many else [1, 1, 2]
    people = [Candidate(c, chance.choice(talks), wants(ps)) for c in cs]
    return open_market(Problem(people, [Place(p, chance.choice(talks), wants(cs)) for p in ps]))


@pytest.mark.parametrize("seed", range(60))
def test_nobody_left_in_a_crowd_is_sure_to_fill_a_place_before_its_last_wish(seed):
    left = reduction.without_impossible(crowd(seed))
    assert not [(s, e) for s in (0, 1) for e in range(len(_room(left, s))) if _is_sure_of_better(left, s, e)]


@pytest.mark.parametrize("seed", range(20))
def test_others_who_are_liked_as_much_are_counted_no_further_than_there_are_talks(seed):
    market = crowd(seed)
    lists, chance = wishes_of(market), np.random.default_rng(seed)
    kept = chance.random(len(market.pairs)) < 0.8
    for x, (pair, ranks) in enumerate(zip(market.pairs.tolist(), market.ranks.tolist(), strict=True)):
        for s, room in ((0, market.seats), (1, market.chairs)):
            mine = np.flatnonzero((market.pairs[:, s] == pair[s]) & (market.ranks[:, s] <= ranks[s]) & kept)
            found = reduction._others(lists, kept, lists.who[s, x], s, x)
            assert found == min(int(room[pair[s]]), len(set(mine.tolist()) - {x}))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(problems(most_candidates=5))
def test_a_market_has_the_wishes_that_are_mutual_and_the_talks_that_agreed_ones_leave(problem):
    market, agreed = open_market(problem), set(problem.agreed)
    left = {
        x.id: x.capacity - sum(x.id in pair for pair in agreed)
        for x in (*problem.candidates, *problem.places)
    }
    assert market.seats.tolist() == [max(0, left[c.id]) for c in problem.candidates]
    assert market.chairs.tolist() == [max(0, left[p.id]) for p in problem.places]
    assert market.has_talk.tolist() == [c.id in {one for one, _ in agreed} for c in problem.candidates]
    assert market.has_guest.tolist() == [p.id in {one for _, one in agreed} for p in problem.places]
    expected = [
        (i, e, tier(c, p.id), tier(p, c.id))
        for i, c in enumerate(problem.candidates)
        for e, p in enumerate(problem.places)
        if tier(c, p.id) is not None and tier(p, c.id) is not None
        and (c.id, p.id) not in agreed and left[c.id] > 0 and left[p.id] > 0
    ]  # fmt: skip
    assert [
        (*pair, *ranks) for pair, ranks in zip(market.pairs.tolist(), market.ranks.tolist(), strict=True)
    ] == expected
    assert market.is_strict() == all(
        len({(row[s], row[2 + s]) for row in expected}) == len(expected) for s in (0, 1)
    )


def test_what_goes_takes_its_tiers_with_it_and_nothing_else_of_the_market():
    for seed in range(20):
        whole = crowd(seed)
        left = reduction.without_impossible(whole)
        wishes = [tuple(row) for row in np.hstack([whole.pairs, whole.ranks]).tolist()]
        stay = [tuple(row) for row in np.hstack([left.pairs, left.ranks]).tolist()]
        assert stay == [row for row in wishes if row in set(stay)]
        again = replace(whole, pairs=left.pairs, ranks=left.ranks)
        for name in ("seats", "chairs", "has_talk", "has_guest"):
            assert np.array_equal(getattr(left, name), getattr(again, name))
