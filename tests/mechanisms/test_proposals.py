"""Who proposes to whom, by the rules of Király: each rule by itself, and all of them as if nothing were remembered."""

from __future__ import annotations

import random
from collections import deque

import numpy as np
import pytest

from werktop.mechanisms.matching.market import Market
from werktop.mechanisms.matching.proposals import propose


def market(wishes, seats, chairs):
    """Wishes are (candidate, place, tier of the candidate, tier of the place)."""
    table = np.array(sorted(wishes), int).reshape(-1, 4)
    nobody = np.zeros(len(seats), bool), np.zeros(len(chairs), bool)
    return Market(table[:, :2], table[:, 2:], np.array(seats, int), np.array(chairs, int), *nobody)


def pairs(wishes, seats, chairs):
    asked = market(wishes, seats, chairs)
    return [tuple(pair) for pair in asked.pairs[propose(asked)].tolist()]


def test_who_has_another_free_place_liked_as_much_makes_room_even_for_somebody_liked_less():
    assert pairs([(0, 0, 0, 0), (0, 1, 0, 0), (1, 0, 0, 1)], [1, 1], [1, 1]) == [(0, 1), (1, 0)]
    # not for a place that is liked less
    assert pairs([(0, 0, 0, 0), (0, 1, 1, 0), (1, 0, 0, 1)], [1, 1], [1, 1]) == [(0, 0)]
    # nor where the other place is full
    wishes = [(0, 0, 0, 0), (0, 1, 0, 0), (1, 1, 0, 0), (2, 0, 0, 1)]
    assert pairs(wishes, [1, 1, 1], [1, 1]) == [(0, 0), (1, 1)]


def test_who_ran_out_of_places_gets_a_second_chance_before_others_who_are_liked_as_much():
    either = [(0, 0, 0, 0), (0, 1, 1, 0), (1, 0, 0, 0)]
    assert pairs(either, [1, 1], [1, 1]) == [(0, 1), (1, 0)]
    # not before somebody who is liked better
    assert pairs([(0, 0, 0, 0), (0, 1, 1, 0), (1, 0, 0, 1)], [1, 1], [1, 1]) == [(0, 0)]
    # nor before somebody who had one too: who came last stays, and nobody gets a third
    assert pairs([(0, 0, 0, 0), (1, 0, 0, 0)], [1, 1], [1]) == [(1, 0)]


def one_by_one(market):
    """The same rules with everything looked up anew at each proposal: nothing is remembered but who was refused where, who
    had a second chance and since when each pair stands."""
    wishes = [
        (*pair, *tiers) for pair, tiers in zip(market.pairs.tolist(), market.ranks.tolist(), strict=True)
    ]
    held, refused, had_chance = [], set(), set()

    def talks_left(who, s):
        return (market.seats, market.chairs)[s][who] - sum(wishes[x][s] == who for x in held)

    def not_held(i, t):
        return [x for x, wish in enumerate(wishes) if (wish[0], wish[2]) == (i, t) and x not in held]

    def to_free_places(i, t):
        return [x for x in not_held(i, t) if talks_left(wishes[x][1], 1) > 0]

    def next_wish(i):
        for t in sorted({wish[2] for wish in wishes if wish[0] == i}):
            for x in [*to_free_places(i, t), *(x for x in not_held(i, t) if x not in refused)]:
                return x
        return None

    def is_wanted(x):
        return wishes[x][3], wishes[x][0] not in had_chance

    waiting = deque(range(len(market.seats)))
    while waiting:
        i = waiting.popleft()
        while talks_left(i, 0) > 0:
            x = next_wish(i)
            if x is None:
                if i in had_chance:
                    break
                had_chance.add(i)
                refused = {y for y in refused if wishes[y][0] != i}
                continue
            if talks_left(wishes[x][1], 1) == 0:
                there = [y for y in held if wishes[y][1] == wishes[x][1]]
                leaves = next((y for y in there if to_free_places(wishes[y][0], wishes[y][2])), None)
                if leaves is None:
                    leaves = max(there, key=lambda y: (*is_wanted(y), y))
                    if is_wanted(x) >= is_wanted(leaves):
                        refused.add(x)
                        continue
                    refused.add(leaves)
                held.remove(leaves)
                waiting.append(wishes[leaves][0])
            held.append(x)
    return sorted(held)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_remembered_so_as_to_be_quick_changes_no_answer(seed):
    for chance in (random.Random(100 * seed + k) for k in range(60)):
        people, places = chance.randint(1, 8), chance.randint(1, 6)
        likely, tiers, most = (
            chance.choice([0.4, 0.7, 1.0]),
            chance.choice([1, 2, 3]),
            chance.choice([1, 2, 3]),
        )
        seats = [chance.randint(0, most) for _ in range(people)]
        chairs = [chance.randint(0, most) for _ in range(places)]
        wishes = [
            (i, e, chance.randrange(tiers), chance.randrange(tiers))
            for i in range(people)
            for e in range(places)
            if seats[i] and chairs[e] and chance.random() < likely
        ]
        asked = market(wishes, seats, chairs)
        assert np.flatnonzero(propose(asked)).tolist() == one_by_one(asked)
