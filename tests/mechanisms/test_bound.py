"""The bound on a seating is one: no plan is better, however uneven the sizes are that facts leave."""

import itertools

import numpy as np
import pytest

from werktop.mechanisms.seating.bound import _least_pairs


@pytest.mark.parametrize("people", range(12))
def test_people_make_no_fewer_pairs_than_in_the_best_of_all_ways_to_spread_them(people):
    tried = 0
    for low in itertools.product(range(3), repeat=3):
        for more in itertools.product(range(4), repeat=3):
            high = [least + extra for least, extra in zip(low, more, strict=True)]
            if not sum(low) <= people <= sum(high):
                continue
            sizes = itertools.product(*(range(a, b + 1) for a, b in zip(low, high, strict=True)))
            least = min(sum(x * (x - 1) // 2 for x in each) for each in sizes if sum(each) == people)
            assert _least_pairs(np.array(low), np.array(high), people) == least, (low, high, people)
            tried += 1
    assert tried
