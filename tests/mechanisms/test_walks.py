"""How a search walks from one stable matching to the next: where steps begin, which are kept, how many there are, when it ends."""

from __future__ import annotations

import numpy as np
import pytest

from werktop.mechanisms.matching import enlarging
from werktop.mechanisms.matching.enlarging import State, enlarge
from werktop.mechanisms.matching.market import Market
from werktop.mechanisms.matching.wishes import wishes_of

FAR = np.array([10**6] * 3)


def market(wishes, seats, chairs):
    """Wishes are (candidate, place, tier of the candidate, tier of the place)."""
    table = np.array(wishes)
    seats, chairs = np.array(seats), np.array(chairs)
    nobody = np.zeros(len(seats), bool), np.zeros(len(chairs), bool)
    return Market(table[:, :2], table[:, 2:], seats, chairs, *nobody)


class Walk:
    """A walk from the matching of these rows of a market."""

    def __init__(self, market, held, seed=1):
        self.lists = wishes_of(market)
        people = len(self.lists.room)
        self.state = State(
            np.zeros(len(market.pairs), np.bool_), self.lists.room.copy(), np.full(people, -1), np.ones(people, np.bool_),
            np.zeros(3, np.int64), np.empty(enlarging.ENOUGH, np.int64), np.zeros(1, np.int64),
            np.array([seed], np.uint64),
        )  # fmt: skip
        enlarging._hold(self.lists, self.state, np.isin(np.arange(len(market.pairs)), held))
        self.best, self.best_tally = self.state.held.copy(), self.state.tally.copy()

    def go(self, begin, end, most=FAR):
        """The rows held after these steps."""
        enlarging._walk(self.lists, self.state, np.array(most), begin, end, self.best, self.best_tally)
        return np.flatnonzero(self.state.held).tolist()


CROWD = 300
CONTENT = [(i, i, 0, 0) for i in range(CROWD)] + [(i, (i + 1) % CROWD, 1, 1) for i in range(CROWD)]
"""Everybody is where they like to be; the other wish of each would be a loss."""
ALSO = len(CONTENT)


def with_one_alone():
    """Beside them one whom place 7 likes as much as candidate 7, and place 9 does not."""
    wishes = [*CONTENT, (CROWD, 9, 0, 1), (CROWD, 7, 0, 0)]
    return market(wishes, [1] * (CROWD + 1), [1] * CROWD)


@pytest.mark.parametrize("begin", [0, 64, 192])
def test_half_the_steps_begin_with_somebody_who_has_a_talk_left(begin):
    for seed in (1, 2, 3):
        walk = Walk(with_one_alone(), range(CROWD), seed)
        assert ALSO + 1 in walk.go(begin, begin + 40)
        assert walk.state.tally.tolist() == [CROWD] * 3


def test_who_has_a_talk_left_is_looked_up_every_64_steps():
    for seed in (1, 2, 3):
        assert ALSO + 1 not in Walk(with_one_alone(), range(CROWD), seed).go(1, 40)


def test_the_other_steps_begin_anywhere():
    """One has a talk left whom nobody would take, two others could change places."""
    wishes = [(0, 0, 0, 0), (1, 1, 0, 0), (0, 1, 0, 0), (1, 0, 0, 0), (2, 0, 0, 1)]
    walk, seen = Walk(market(wishes, [1, 1, 1], [1, 1]), [0, 1]), set()
    for step in range(64):
        seen.add(tuple(walk.go(step, step + 1)))
    assert seen == {(0, 1), (2, 3)}


UNEVEN = [(0, 0, 0, 0), (0, 1, 0, 0), (0, 2, 0, 0), (1, 2, 0, 0)]
"""Place 2 likes both as much; where it takes candidate 0, the other has nobody."""


@pytest.mark.parametrize(
    ("most", "is_kept"), [((3, 4, 4), False), ((3, 9, 9), False), ((4, 1, 4), True), ((4, 4, 4), True)]
)
def test_who_has_a_talk_matters_only_once_there_can_be_no_more_pairs(most, is_kept):
    walk = Walk(market(UNEVEN, [3, 1], [1, 1, 1]), [0, 1, 3])
    assert walk.state.tally.tolist() == [3, 2, 3]
    walk.best_tally[:] = -1  # so that the walk goes on
    seen = {tuple(walk.go(step, step + 1, most)) for step in range(1, 60)}
    assert seen == ({(0, 1, 3), (0, 1, 2)} if is_kept else {(0, 1, 3)})


def test_a_step_that_loses_a_pair_is_kept_now_and_then_only():
    """Candidate 0 likes place 1 as much as place 0; candidate 1 has no other. One try in two hundred stays so."""
    either = market([(0, 0, 0, 0), (1, 1, 0, 0), (0, 1, 0, 0)], [1, 1], [1, 1])
    lost = sum(
        Walk(either, [0, 1], seed * 0x9E3779B97F4A7C15 % 2**64).go(0, 6) == [2] for seed in range(1, 2_001)
    )
    assert 5 <= lost <= 50


def test_a_walk_does_nothing_more_once_it_met_the_most_that_there_can_be():
    walk = Walk(with_one_alone(), range(CROWD))
    most = np.array([CROWD, CROWD, CROWD, 10**9])  # what stands behind the three numbers is nobody's
    walk.best_tally = np.append(walk.best_tally, 0)[:3]
    before = walk.state.chance.copy()
    enlarging._walk(walk.lists, walk.state, most[:3], 0, 200, walk.best, walk.best_tally)
    assert np.array_equal(walk.state.chance, before)


@pytest.mark.parametrize(("n", "is_kept"), [(2_046, True), (2_047, False), (3_000, False)])
def test_a_step_too_long_to_be_noted_is_taken_back_whole(n, is_kept):
    """Place 0 takes another; who sat there goes to the next place, and so on, through all of them: two changes each."""
    wishes = [(i, i, 0, 1) for i in range(n)] + [(i, i + 1, 0, 0) for i in range(n - 1)] + [(n, 0, 0, 1)]
    walk = Walk(market(wishes, [1] * (n + 1), [1] * n), range(n))

    def counts():
        return walk.state.left.tolist(), walk.state.worst.tolist(), walk.state.tally.tolist()

    before = counts()
    if is_kept:
        assert walk.go(0, 2) == list(range(n, 2 * n))
        return
    assert walk.go(0, 2) == list(range(n))
    assert walk.state.noted[0] > enlarging.ENOUGH - 4
    assert counts() == before


@pytest.fixture
def walked(monkeypatch):
    """The steps that are asked for; none is taken."""
    asked = []
    monkeypatch.setattr(enlarging, "_walk", lambda *said: asked.append((said[3], said[4])))
    return asked


def many(n):
    """So many pairs of people with nobody else."""
    ones, zeros = np.ones(n, np.int64), np.zeros(n, bool)
    return Market(
        np.repeat(np.arange(n), 2).reshape(n, 2), np.zeros((n, 2), np.int64), ones, ones, zeros, zeros
    )


def test_there_are_forty_steps_for_each_wish_with_a_look_at_the_clock_after_the_first_half_million(walked):
    assert enlarge(many(10), np.ones(10, bool), (99, 99, 99)).all()
    assert walked == [(0, 400)]
    walked.clear()
    n, looks = 20_000, []
    stride = 65_536

    def keep_going():
        looks.append(len(walked))
        return len(looks) < 3

    assert enlarge(many(n), np.ones(n, bool), (99, 99, 99)).all()
    assert walked == [(begin, min(begin + stride, 40 * n)) for begin in range(0, 40 * n, stride)]
    walked.clear()
    enlarge(many(n), np.zeros(n, bool), (99, 99, 99), keep_going)
    assert looks == [8, 9, 10]
    assert walked == [(begin, begin + stride) for begin in range(0, 10 * stride, stride)]
