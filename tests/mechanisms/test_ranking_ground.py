"""Where rows lie before they are ranked, and the small loops of the search: each does what its words say, place by place."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from tests.mechanisms.ranked import market

from werktop.mechanisms.ranking import ground, search
from werktop.mechanisms.ranking.sides import side_of_profiles, side_of_seekers


def sides(seed=3, land=40_000.0):
    s, p = market(seed, 700, 500, land=land)
    return side_of_seekers(s), side_of_profiles(p)


@pytest.mark.parametrize("side", [*sides(), *sides(4, 2.0), *sides(5, 5_000_000.0)])
def test_each_row_lies_once_in_its_strip_from_west_to_east(side):
    lying = ground.lay_out(side)
    is_row = lying.row >= 0
    assert sorted(lying.row[is_row].tolist()) == list(range(len(side)))
    rows = lying.row[is_row]
    for name, columns in (("x", lying.x), ("y", lying.y), ("low", lying.low), ("high", lying.high)):
        assert np.array_equal(columns[is_row], getattr(side, name)[rows])
    assert np.array_equal(lying.day[is_row], side.day[rows])
    assert np.array_equal(lying.bits[is_row], side.bits[rows])
    assert np.array_equal(lying.affinities.T[is_row], side.affinities[rows])
    assert np.isinf(lying.x[~is_row]).all()
    assert lying.block_size == 64 == len(lying.row) // len(lying.block_west)
    assert np.array_equal(lying.block_west, lying.x[::64])
    assert len(lying.strip_block) == lying.layer_strip[-1] + 1
    for layer in range(len(lying.layer_reach)):
        first, last = lying.layer_strip[layer : layer + 2]
        south, height = lying.layer_south[layer], lying.layer_height[layer]
        here = lying.row[lying.strip_block[first] * 64 : lying.strip_block[last] * 64]
        here = here[here >= 0]
        assert south == side.y[here].min()
        reach = float(side.reach[here].max()) if len(side.reach) else ground.USUAL_REACH
        assert lying.layer_reach[layer] == (reach if len(side.reach) else 0)
        assert height == max(1.0, reach / 3, np.ptp(side.y[here].astype(float)) / ground.MOST_STRIPS)
        if len(side.reach):
            assert max(1.0, reach) <= ground.LAYER * max(1.0, side.reach[here].min()) * 1.0001
        for s in range(first, last):
            places = slice(lying.strip_block[s] * 64, lying.strip_block[s + 1] * 64)
            row = lying.row[places]
            count = int((row >= 0).sum())
            assert (row[:count] >= 0).all()  # holes at the end only, less than a block of them
            assert len(row) - count < 64
            found = row[:count]
            assert (np.diff(side.x[found]) >= 0).all()
            assert np.array_equal(
                ((side.y[found].astype(float) - south) / height).astype(int), np.full(count, s - first)
            )
    if len(side.reach):
        assert np.array_equal(lying.reach2[is_row], side.reach[rows] * side.reach[rows])
        assert (lying.reach2[~is_row] == -1).all()
    else:
        assert lying.reach2.size == 0


@pytest.mark.parametrize("side", sides())
def test_the_lists_of_who_has_a_competency_are_complete_and_in_order(side):
    lying = ground.lay_out(side)
    kinds = lying.starts.shape[1]
    assert kinds == side.kinds[side.amounts > 0].max() + 1
    assert lying.starts[0, 0] == 0
    assert lying.starts[-1, -1] == len(lying.holders) == (side.amounts > 0).sum()
    for block in range(len(lying.block_west)):
        for c in range(kinds):
            listed = slice(lying.starts[block, c], lying.starts[block + 1, c])
            expected = [
                (place, int(amount))
                for place in range(block * 64, block * 64 + 64)
                if lying.row[place] >= 0
                for kind, amount in zip(
                    side.kinds[lying.row[place]], side.amounts[lying.row[place]], strict=True
                )
                if kind == c and amount > 0
            ]
            assert (
                list(zip(lying.holders[listed].tolist(), lying.amounts[listed].tolist(), strict=True))
                == expected
            )


def test_a_side_without_rows_and_one_without_competencies_can_be_laid_out():
    for seekers, profiles in ((0, 0), (1, 1)):
        s, p = market(1, seekers, profiles, top=0)
        for side in (side_of_seekers(s), side_of_profiles(p)):
            lying = ground.lay_out(side)
            assert (lying.row >= 0).sum() == seekers
            assert lying.starts.shape == (seekers + 1, 0)


def lanes(of=5, n=6):
    return np.full(n, of, np.int16)


def test_affinities_are_the_sum_of_eight_products_from_where_asked():
    columns = np.arange(80, dtype=np.int16).reshape(8, 10)
    own = np.array([1, 2, 3, 4, 5, 6, 7, 9], np.int16)
    room = lanes()
    search._affinities(room, own, columns, 3, 5)
    assert room.tolist() == [*(own @ columns[:, 3:8]).tolist(), 5]


def test_who_lies_beyond_reach_or_at_other_times_is_out_and_ends_are_in():
    xs, ys = np.float32([0, 0, 3, 4, 3, 0]), np.float32([0, 0, 4, 4, -4, 0])
    room = lanes()
    search._beyond_own_reach(room, 1, 4, np.float32(0), np.float32(0), np.float32(25), xs, ys)
    assert room.tolist() == [5, 5, -1, 5, 5, 5]
    room = lanes()
    reach2 = np.float32([0, 0, 25, 31, 24, 0])
    search._beyond_their_reach(room, 1, 4, np.float32(0), np.float32(0), reach2, xs, ys)
    assert room.tolist() == [5, 5, -1, -1, 5, 5]
    lows, highs = np.int16([0, 20, 21, 0, 0, 0]), np.int16([0, 30, 30, 10, 9, 15])
    days = np.int16([0, 7, 7, 7, 7, 6])
    room = lanes()
    search._at_other_times(room, 1, 5, 10, 20, 7, lows, highs, days)
    assert room.tolist() == [5, -1, 5, -1, -1, 5]
    room = lanes()
    search._barred(room, 1, 4, np.uint64(6), np.array([6, 0, 1, 2, 12, 6], np.uint64))
    assert room.tolist() == [5, 5, -1, -1, 5, 5]


def test_a_look_sees_the_one_lane_that_is_worth_it():
    for at in (0, 63, 64, 127):
        room = np.full(128, 4, np.int16)
        room[at] = 5
        assert [bool(search._is_worth_a_look(room, start, 5)) for start in (0, 64)] == [at < 64, at >= 64]
        assert search._is_worth_a_look(room, 0, 4)


def test_the_best_are_kept_highest_first():
    for keys in itertools.permutations([3, 9, 7, 1]):
        best = np.full(3, -1)
        for key in keys:
            if key > best[-1]:
                search._keep(best, key)
        assert best.tolist() == [9, 7, 3]


def test_the_first_block_from_a_line_on():
    west = np.array([1.0, 3.0, 3.0, 8.0, np.inf])
    for begin, end in itertools.combinations_with_replacement(range(6), 2):
        for x in (0.0, 1.0, 2.0, 3.0, 5.0, 9.0):
            expected = next((b for b in range(begin, end) if west[b] >= x), end)
            assert search._first_from(west, begin, end, x) == expected


def test_a_changed_row_fits_at_all_ends_and_not_beyond():
    column, none = np.int16([0]), np.uint64(0)
    side = (
        np.float32([3]),
        np.float32([4]),
        np.float32([5]),
        column + 10,
        column + 20,
        column + 7,
        np.uint64([6]),
    )
    own = (np.float32(0), np.float32(0), np.float32(0), np.int16(20), np.int16(30), np.int16(7), np.uint64(1))
    for has_reach, reach2 in ((True, 0), (False, 25)):
        asked = [*own[:2], np.float32(reach2), *own[3:]]
        assert search._fits(side, 0, has_reach, *asked)
        for k, value in ((1, np.float32(-0.1)), (0, np.float32(-0.1)), (5, np.int16(8)), (6, np.uint64(2))):
            assert not search._fits(side, 0, has_reach, *asked[:k], value, *asked[k + 1 :])
        for low, high, fits in ((21, 30, False), (0, 9, False), (0, 10, True)):
            assert (
                search._fits(side, 0, has_reach, *asked[:3], np.int16(low), np.int16(high), *asked[5:])
                == fits
            )
    assert not search._fits(side, 0, False, *own[:2], np.float32(24), *own[3:])
    assert search._fits(side, 0, True, *own[:6], none)
