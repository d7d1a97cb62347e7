"""Where the search for a larger matching is led by chance: who has a share in it, how large, and what chance does not decide."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from werktop.mechanisms.matching import enlarging

from .test_walks import FAR, Walk, market

TURNS = 3_000
WHOLE = (1 << 64) - 1


def shares(draw):
    """How often each answer comes, of many."""
    return Counter(int(draw()) for _ in range(TURNS))


def are_even(seen, names):
    return set(seen) == set(names) and all(
        0.85 <= count * len(names) / TURNS <= 1.15 for count in seen.values()
    )


ME, HOLDER = 1, 3


def turned_round(wishes):
    return [(e, i, place_tier, tier) for i, e, tier, place_tier in wishes]


@pytest.fixture(params=[0, 1], ids=["candidate", "place"])
def asks(request):
    """What a person of one side is answered, where wishes are said as if that were the candidates'."""
    s = request.param

    def answers(function, wishes, talks, rooms, held, kept_from=()):
        rows = wishes if s == 0 else turned_round(wishes)
        walk = Walk(market(rows, *((talks, rooms) if s == 0 else (rooms, talks))), held)
        for other in kept_from:
            walk.state.left[other + len(talks) * (1 - s)] = 0
        before = walk.state.held.copy(), walk.state.left.copy()
        seen = shares(lambda: function(walk.lists, walk.state, ME + len(rooms) * s, s))
        assert np.array_equal(before[0], walk.state.held) and np.array_equal(before[1], walk.state.left)
        return seen

    return answers


BEST = [(ME, e, 0, 1) for e in range(5)]
"""Five liked as much by one person, ..."""
NEXT = [(ME, 5, 1, 0), (ME, 6, 2, 0)]
AROUND = [(ME - 1, 7, 0, 0), (ME + 1, 7, 0, 0)]
"""Who stands before and behind in the list of people would gain too; it is not they who ask."""


def gains(asks, wishes, talks, rooms, held, **more):
    return asks(
        enlarging._best_who_gains,
        [*wishes, *AROUND],
        [1, talks, 1, 9],
        [*rooms, *[1] * (8 - len(rooms))],
        held,
        **more,
    )


@pytest.mark.parametrize(
    ("free", "worse", "as_good", "expected"),
    [
        ([0, 1, 2, 3, 4], [], [], [0, 1, 2, 3, 4]),
        ([2, 3], [0, 1], [4], [2, 3]),
        ([0, 1], [2, 3], [4], [0, 1]),
        ([1, 3], [0, 2, 4], [], [1, 3]),
        ([4], [0, 1, 2, 3], [], [4]),
        ([0], [1, 2, 3, 4], [], [0]),
        ([], [0, 1, 2, 3, 4], [], [0, 1, 2, 3, 4]),
        ([], [1, 2, 4], [0, 3], [1, 2, 4]),
        ([], [], [0, 1, 2, 3, 4], [5]),
    ],
)
def test_who_has_a_talk_left_comes_first_and_between_equals_chance_is_even(
    asks, free, worse, as_good, expected
):
    """... some of them by somebody else too, whom they like less or as much; where nobody gains the next tier is asked."""
    theirs = [*((HOLDER, e, 0, 2) for e in worse), *((HOLDER, e, 0, 1) for e in as_good)]
    wishes = [*BEST, *NEXT, *theirs]
    assert are_even(gains(asks, wishes, 1, [1] * 7, range(7, 7 + len(theirs))), expected)


def test_nobody_is_the_answer_where_nobody_gains_nor_is_a_talk_that_is_held_asked_for_again(asks):
    liked_better = [(HOLDER, e, 0, 0) for e in range(5)]
    assert gains(asks, [*BEST, *liked_better], 1, [1] * 5, range(5, 10)) == {-1: TURNS}
    assert are_even(gains(asks, BEST, 3, [2] * 5, [0, 3]), [1, 2, 4])
    assert gains(asks, BEST[:2], 3, [2, 2], [0, 1]) == {-1: TURNS}
    assert gains(asks, [], 1, [], []) == {-1: TURNS}


def test_whose_talk_is_kept_for_later_is_not_asked(asks):
    assert are_even(gains(asks, BEST, 1, [1] * 5, [], kept_from=[1, 4]), [0, 2, 3])
    assert gains(asks, BEST, 1, [1] * 5, [], kept_from=range(5)) == {-1: TURNS}


@pytest.mark.parametrize(
    ("tiers", "held", "expected"),
    [
        ([0, 0, 0, 0], [0, 1, 2, 3], [0, 1, 2, 3]),
        ([0, 1, 1, 1], [0, 1, 3], [1, 3]),
        ([0, 1, 1, 2], [0, 1, 2], [1, 2]),
        ([0, 1, 2, 3], [0, 1], [1]),
        ([1, 0, 0, 0], [0, 2, 3], [0]),
        ([0, 3, 1, 2], [0, 2], [2]),
        ([0, 0, 1, 2], [0], [0]),
    ],
)
def test_who_is_let_go_is_one_of_those_liked_least_each_as_likely(asks, tiers, held, expected):
    wishes = [(ME, e, tier, 0) for e, tier in enumerate(tiers)]
    around = [(i, e, 0, 0) for i in (ME - 1, ME + 1) for e in range(4)]
    seen = asks(enlarging._liked_least, [*wishes, *around], [4, 4, 4], [3] * 4, [*held, *range(4, 12)])
    assert are_even(seen, expected)


def test_who_of_two_that_were_let_go_looks_around_first_is_even_chance():
    """Candidate 0 and place 0 leave place 1 and candidate 1, who like each other. The candidate likes place 2 as much: who
    looks around first takes nobody who waits, so that these two meet only where the place looked first, and then half the time."""
    wishes = [(0, 1, 0, 0), (1, 0, 0, 0), (0, 0, 0, 0), (1, 1, 0, 0), (1, 2, 0, 0)]
    ends = Counter()
    walk = Walk(market(wishes, [1, 1], [1, 1, 1]), [0, 1])
    for _ in range(TURNS):
        enlarging._bring_together(walk.lists, walk.state, 2)
        ends[tuple(np.flatnonzero(walk.state.held).tolist())] += 1
        enlarging._take_back(walk.lists, walk.state)
    assert set(ends) == {(2, 3), (2, 4)}
    assert 0.85 <= 4 * ends[2, 3] / TURNS <= 1.15


@pytest.fixture
def tried(monkeypatch):
    """The wishes that each step of a walk tries; none is met."""

    def of(walk, begin, end):
        seen = []
        monkeypatch.setattr(enlarging, "_loses_nothing", lambda lists, state, x: bool(seen.append(int(x))))
        enlarging._walk.py_func(walk.lists, walk.state, FAR, begin, end, walk.best, walk.best_tally)
        assert len(seen) == end - begin
        return seen

    return of


TWO_FREE = [
    (0, 0, 0, 0), (1, 1, 0, 0), (2, 0, 0, 1), (2, 1, 1, 1), (3, 0, 0, 1), (1, 2, 1, 0), (1, 0, 1, 1), (0, 1, 1, 1),
]  # fmt: skip
"""Candidates 2 and 3 and place 2 have a talk left and a wish, candidate 4 and place 3 have no wish."""


def test_every_other_step_tries_a_wish_of_somebody_who_has_a_talk_left_the_others_any_wish(tried):
    walk = Walk(market(TWO_FREE, [1] * 5, [1] * 4), [0, 1])
    begin = 64
    seen = tried(walk, begin, begin + TURNS)
    odd, even = Counter(seen[1::2]), Counter(seen[0::2])
    # each of the three as likely, and each of the two wishes of candidate 2
    assert {x: round(count / TURNS * 12) for x, count in odd.items()} == {2: 1, 3: 1, 4: 2, 5: 2}
    assert {x: round(count / TURNS * 16) for x, count in even.items()} == dict.fromkeys(range(8), 1)


def test_where_nobody_has_a_talk_left_every_step_tries_any_wish(tried):
    walk = Walk(market([(0, 0, 0, 0), (1, 1, 0, 0), (0, 1, 1, 1)], [1, 1], [1, 1]), [0, 1])
    seen = tried(walk, 0, TURNS)
    for steps in (seen[0::2], seen[1::2]):
        assert set(steps) == {0, 1, 2}
        assert all(0.85 <= count * 6 / TURNS <= 1.15 for count in Counter(steps).values())


@pytest.mark.parametrize("begin", [64, 128, 192, 65_536])
def test_a_walk_knows_from_its_first_step_who_has_a_talk_left(tried, begin):
    for seed in range(1, 30):
        assert tried(Walk(market(TWO_FREE, [1] * 5, [1] * 4), [0, 1], seed), begin, begin + 2)[1] in {
            2,
            3,
            4,
            5,
        }


def test_who_has_a_talk_left_is_looked_up_again_after_64_steps_and_not_before(monkeypatch):
    walk, seen = Walk(market(TWO_FREE, [1] * 5, [1] * 4), [0, 1]), []

    def refuses(lists, state, x):
        seen.append(int(x))
        if len(seen) == 1:  # meanwhile candidate 1 goes from place 1 to place 2
            enlarging._change(lists, state, 1)
            enlarging._change(lists, state, 5)
        return False

    monkeypatch.setattr(enlarging, "_loses_nothing", refuses)
    enlarging._walk.py_func(walk.lists, walk.state, FAR, 0, 320, walk.best, walk.best_tally)
    assert set(seen[1:64:2]) == {2, 3, 4, 5}
    assert set(seen[65::2]) == {1, 2, 3, 4, 7}


def before(state, draws):
    """The state of chance so many draws ago."""
    for _ in range(draws):
        for shift in (17, -7, 13):
            undone = state
            for _ in range(64):
                undone = state ^ (undone << shift & WHOLE if shift > 0 else undone >> -shift)
            state = undone
    return state


EITHER = [(0, 0, 0, 0), (1, 1, 0, 0), (0, 1, 0, 0)]
"""Candidate 0 likes place 1 as much as place 0; candidate 1 has no other: the last wish loses a pair."""


@pytest.mark.parametrize(("drawn", "is_kept"), [(0, True), (4_999, True), (5_000, False), (999_999, False)])
def test_of_a_million_steps_that_lose_a_pair_five_thousand_are_kept(drawn, is_kept):
    # five numbers are drawn: the wish, whom either lets go, who looks around first, and whether the loss is kept
    last = (drawn + 1_000_000 * k << 11 for k in range(1, 100))
    seed = next(state for state in (before(x, 5) for x in last) if _drawn(state) % 3 == 2)
    walk = Walk(market(EITHER, [1, 1], [1, 1]), [0, 1], seed)
    assert walk.go(0, 1) == ([2] if is_kept else [0, 1])
    assert int(walk.state.chance[0]) >> 11 in range(drawn, 1 << 53, 1_000_000)


def _drawn(state):
    """The number that chance gives next."""
    state ^= state << 13 & WHOLE
    state ^= state >> 7
    state ^= state << 17 & WHOLE
    return state >> 11
