"""Where the rows of one side lie: in strips of land, so that a search reads only what is near, one after another.

Rows with a reach of their own lie in layers of about equal reach. In a layer the land is cut into strips from west
to east; in a strip rows stand from west to east, in blocks. Every column is written in that order, with holes at the end
of a strip. For each competency the places of the rows that have it are listed in the same order (an inverted list), with
the start of each block.
"""

from typing import NamedTuple

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .sides import Side

BLOCK = 64
"""Rows of a block, at least: doubled until the table of starts fits in `STARTS` numbers."""
STARTS = 1 << 24
STRIPS_TO_REACH = 3
"""A reach is so many strips: fewer read too much beyond the circle, more begin too often."""
MOST_STRIPS = 4096
LAYER = 1.7
"""The largest reach in a layer is at most so many times the smallest."""
USUAL_REACH = 18_000.0
"""Metres; how strips are cut where the side that is found has no reach of its own."""
FARTHEST2 = np.float32(3e38)
"""Metres squared, beyond which nothing lies but holes."""


class Ground(NamedTuple):
    """Columns by place. `row` is -1 in a hole. `reach2` (metres squared, float32) is empty where the side has no reach."""

    layer_reach: np.ndarray
    layer_south: np.ndarray
    layer_height: np.ndarray
    layer_strip: np.ndarray
    strip_block: np.ndarray
    block_west: np.ndarray
    block_size: int
    row: np.ndarray
    x: np.ndarray
    y: np.ndarray
    reach2: np.ndarray
    low: np.ndarray
    high: np.ndarray
    day: np.ndarray
    bits: np.ndarray
    affinities: np.ndarray
    """(8, places)"""
    starts: np.ndarray
    """(blocks + 1, competencies): where in `holders` a block begins for a competency."""
    holders: np.ndarray
    amounts: np.ndarray


def lay_out(side: Side) -> Ground:
    """The ground of a side. A second or so per million rows."""
    kinds = int(side.kinds[side.amounts > 0].max(initial=-1)) + 1
    block = BLOCK
    while block < len(side) and (len(side) // block + 1) * kinds > STARTS:
        block *= 2
    layer = _layers(side.reach) if len(side.reach) else np.zeros(len(side), np.int64)
    reach, south, height, first_strip, strips, orders = [], [], [], [0], [], []
    for each in np.unique(layer):
        rows = np.flatnonzero(layer == each)
        y = side.y[rows].astype(np.float64)
        farthest = float(side.reach[rows].max()) if len(side.reach) else USUAL_REACH
        tall = max(farthest / STRIPS_TO_REACH, float(np.ptp(y)) / MOST_STRIPS, 1.0)
        strip = ((y - y.min()) / tall).astype(np.int64)
        reach.append(farthest if len(side.reach) else 0.0)
        south.append(y.min())
        height.append(tall)
        orders.append(rows[np.lexsort((side.x[rows], strip))])
        strips.append(np.bincount(strip))
        first_strip.append(first_strip[-1] + len(strips[-1]))
    counts = np.concatenate([np.zeros(0, np.int64), *strips])
    blocks = np.concatenate(([0], np.cumsum(-(-counts // block)))).astype(np.int64)
    row = np.full(blocks[-1] * block, -1, np.int32)
    order = np.concatenate([np.zeros(0, np.int64), *orders])
    in_strip = np.arange(len(order)) - np.repeat(np.cumsum(counts) - counts, counts)
    row[np.repeat(blocks[:-1] * block, counts) + in_strip] = order
    x = _by_place(side.x, row, np.inf)
    starts, holders, amounts = _inverted(side.kinds, side.amounts, row, block, kinds)
    return Ground(
        np.array(reach), np.array(south), np.array(height), np.array(first_strip, np.int64), blocks,
        x[::block].copy(), block, row, x, _by_place(side.y, row),
        _by_place(np.minimum(side.reach * side.reach, FARTHEST2), row, -1) if len(side.reach) else np.zeros(0, np.float32),
        _by_place(side.low, row), _by_place(side.high, row), _by_place(side.day, row),
        _by_place(side.bits, row), np.ascontiguousarray(_by_place(side.affinities, row).T),
        starts, holders, amounts,
    )  # fmt: skip


def _layers(reach: np.ndarray) -> np.ndarray:
    return np.floor(np.log(np.maximum(reach, 1.0)) / np.log(LAYER)).astype(np.int64)


def _by_place(column: np.ndarray, row: np.ndarray, hole: float = 0) -> np.ndarray:
    found = column[np.maximum(row, 0)]
    found[row < 0] = hole
    return found


@njit(**OPTIONS)
def _inverted(kinds, amounts, row, block, total):
    starts = np.zeros((row.size // block + 1, total), np.int32)
    for place in range(row.size):
        i = row[place]
        if i >= 0:
            for j in range(kinds.shape[1]):
                if amounts[i, j] > 0:
                    starts[place // block + 1, kinds[i, j]] += 1
    before = 0
    for c in range(total):
        for b in range(starts.shape[0]):
            before += starts[b, c]
            starts[b, c] = before
    holders = np.empty(before, np.int32)
    weights = np.empty(before, np.int16)
    at = starts[0].copy()
    for place in range(row.size):
        i = row[place]
        if i >= 0:
            for j in range(kinds.shape[1]):
                if amounts[i, j] > 0:
                    c = kinds[i, j]
                    holders[at[c]] = place
                    weights[at[c]] = amounts[i, j]
                    at[c] += 1
    return starts, holders, weights
