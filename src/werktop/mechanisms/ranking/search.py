"""The best of one side for rows of the other, exactly.

For each asking row: of each strip the run of blocks that its circle touches; in a run a lane per place gets the score
(affinities row by row, competencies from the lists of who has them), lanes that do not fit get -1, and lanes that
reach the least of the best so far are looked at one by one. The loops over lanes are written so that the compiler does
many at once; unsigned indexes spare it the question whether one counts from the end.
"""

import numpy as np
from numba import njit, uintp

from ..compiling import OPTIONS
from .ground import FARTHEST2

LANES = 4096
"""Places that are worked on at a time: they fit in the nearest cache."""
LOOK = 64
"""Lanes are first asked in so many at once whether one is worth looking at."""
ROW_BITS = 31
LAST_ROW = (1 << ROW_BITS) - 1
SAFE = 1.00001
"""Strips are cut exactly, distances are compared in float32: a circle is drawn so much wider, and a metre."""


@njit(**OPTIONS)
def _affinities(lanes, own, columns, first, n):
    o0, o1, o2, o3, o4, o5, o6, o7 = own[0], own[1], own[2], own[3], own[4], own[5], own[6], own[7]
    c0, c1 = columns[0, first : first + n], columns[1, first : first + n]
    c2, c3 = columns[2, first : first + n], columns[3, first : first + n]
    c4, c5 = columns[4, first : first + n], columns[5, first : first + n]
    c6, c7 = columns[6, first : first + n], columns[7, first : first + n]
    for i in range(n):
        lanes[i] = (
            o0 * c0[i]
            + o1 * c1[i]
            + o2 * c2[i]
            + o3 * c3[i]
            + o4 * c4[i]
            + o5 * c5[i]
            + o6 * c6[i]
            + o7 * c7[i]
        )


@njit(**OPTIONS)
def _beyond_own_reach(lanes, first, n, x, y, reach2, xs, ys):
    px, py = xs[first : first + n], ys[first : first + n]
    for i in range(n):
        dx = px[i] - x
        dy = py[i] - y
        lanes[i] = -1 if dx * dx + dy * dy > reach2 else lanes[i]


@njit(**OPTIONS)
def _beyond_their_reach(lanes, first, n, x, y, reach2s, xs, ys):
    px, py, r2 = xs[first : first + n], ys[first : first + n], reach2s[first : first + n]
    for i in range(n):
        dx = px[i] - x
        dy = py[i] - y
        lanes[i] = -1 if dx * dx + dy * dy > r2[i] else lanes[i]


@njit(**OPTIONS)
def _at_other_times(lanes, first, n, low, high, day, lows, highs, days):
    p, q, d = lows[first : first + n], highs[first : first + n], days[first : first + n]
    for i in range(n):
        lanes[i] = -1 if (p[i] > high) | (q[i] < low) | (d[i] < day) else lanes[i]


@njit(**OPTIONS)
def _barred(lanes, first, n, bits, column):
    b = column[first : first + n]
    for i in range(n):
        lanes[i] = -1 if (b[i] & bits) != 0 else lanes[i]


@njit(**OPTIONS)
def _is_worth_a_look(lanes, start, least):
    found = np.int16(0)
    for i in range(uintp(LOOK)):
        found += np.int16(lanes[uintp(start) + i] >= least)
    return found > 0


@njit(**OPTIONS)
def _keep(best, key):
    """Put a key in its place among the best, highest first; the last one goes."""
    i = best.size - 1
    while i > 0 and best[i - 1] < key:
        best[i] = best[i - 1]
        i -= 1
    best[i] = key


@njit(**OPTIONS)
def _first_from(west, begin, end, x):
    while begin < end:
        middle = (begin + end) >> 1
        if west[middle] < x:
            begin = middle + 1
        else:
            end = middle
    return begin


@njit(**OPTIONS)
def _fits(side, i, has_reach, x, y, reach2, low, high, day, bits):
    sx, sy, sreach, slow, shigh, sday, sbits = side
    dx = sx[i] - x
    dy = sy[i] - y
    limit = sreach[i] * sreach[i] if has_reach else reach2
    return (
        dx * dx + dy * dy <= limit
        and slow[i] <= high
        and shigh[i] >= low
        and sday[i] >= day
        and (sbits[i] & bits) == 0
    )


@njit(**OPTIONS)
def best_of(rows, asking, asked, ground, changed, lanes, relaxed, found, scores):
    """Fill `found` and `scores` (a line per asking row, k places, -1 where fewer) with the best rows of the asked side.

    `asking` and `asked` are the columns of `sides.Side`, `ground` is the asked side laid out, `changed` are rows of it that
    the ground knows no more; `lanes` is room for `LANES` scores of a type that holds them all. `relaxed`: (far, hours,
    day, bits) - whether distance, hours and day are asked at all, and which bits are not.
    """
    x_, y_, reach_, low_, high_, day_, bits_, kinds_, amounts_, affinities_ = asking
    ax, ay, areach, alow, ahigh, aday, abits, akinds, aamounts, aaffinities = asked
    side = (ax, ay, areach, alow, ahigh, aday, abits)
    (layer_reach, layer_south, layer_height, layer_strip, strip_block, west, size, row, xs, ys, reach2s, lows, highs,
     days, bitss, columns, starts, holders, held) = ground  # fmt: skip
    any_distance, any_hours, any_day, free_bits = relaxed
    k = found.shape[1]
    best = np.empty(k, np.int64)
    level = np.zeros(1 << 15, np.int64)
    own, own_amount = np.empty(kinds_.shape[1], np.int64), np.empty(kinds_.shape[1], np.int64)
    they_reach = areach.size > 0
    piece = max(1, LANES // size)
    for t in range(rows.size):
        i = rows[t]
        best[:] = -1
        least = 0
        x, y = x_[i], y_[i]
        reach = np.float32(0) if they_reach else reach_[i]
        reach2 = FARTHEST2 if any_distance else min(reach * reach, FARTHEST2)
        low, high = (np.int16(-32768), np.int16(32767)) if any_hours else (low_[i], high_[i])
        day = np.int16(-32768) if any_day else np.int16(-day_[i])
        bits = bits_[i] & ~free_bits
        n_own = 0
        for j in range(kinds_.shape[1]):
            if amounts_[i, j] > 0:
                level[kinds_[i, j]] = 2 * amounts_[i, j]
                if kinds_[i, j] < starts.shape[1]:
                    own[n_own], own_amount[n_own] = kinds_[i, j], 2 * amounts_[i, j]
                    n_own += 1
        for layer in range(layer_reach.size):
            wide = 1e30
            if not any_distance:
                wide = float(layer_reach[layer] if they_reach else reach) * SAFE + 1
            south, height = layer_south[layer], layer_height[layer]
            strips = layer_strip[layer + 1] - layer_strip[layer]
            first_strip = int(max(0.0, min((y - wide - south) / height, np.float64(strips))))
            last_strip = int(max(-1.0, min((y + wide - south) / height, strips - 1.0)))
            for s in range(first_strip, last_strip + 1):
                bottom = south + s * height
                off = max(0.0, max(bottom - y, y - (bottom + height)))
                if off > wide:
                    continue
                half = np.sqrt(wide * wide - off * off) + 1
                begin, end = strip_block[layer_strip[layer] + s], strip_block[layer_strip[layer] + s + 1]
                b = max(begin, _first_from(west, begin, end, x - half) - 1)
                end = _first_from(west, b, end, x + half)
                while b < end:
                    upto = min(end, b + piece)
                    first, n = b * size, (upto - b) * size
                    _affinities(lanes, affinities_[i], columns, first, n)
                    for j in range(n_own):
                        c, amount = own[j], own_amount[j]
                        for h in range(uintp(starts[b, c]), uintp(starts[upto, c])):
                            lane = uintp(holders[h] - first)
                            lanes[lane] = lanes[lane] + amount * held[h]
                    if they_reach and not any_distance:
                        _beyond_their_reach(lanes, first, n, x, y, reach2s, xs, ys)
                    else:
                        _beyond_own_reach(lanes, first, n, x, y, reach2, xs, ys)
                    _at_other_times(lanes, first, n, low, high, day, lows, highs, days)
                    _barred(lanes, first, n, bits, bitss)
                    for start in range(0, n, LOOK):
                        if _is_worth_a_look(lanes, start, least):
                            for lane in range(uintp(start), uintp(start + LOOK)):
                                if lanes[lane] >= least:
                                    key = (np.int64(lanes[lane]) << ROW_BITS) | (
                                        LAST_ROW - row[uintp(first) + lane]
                                    )
                                    if key > best[k - 1]:
                                        _keep(best, key)
                                        least = max(0, best[k - 1] >> ROW_BITS)
                    b = upto
        for p in changed:
            if _fits(side, p, they_reach and not any_distance, x, y, reach2, low, high, day, bits):
                score = np.int64(0)
                for j in range(akinds.shape[1]):
                    score += level[akinds[p, j]] * aamounts[p, j]
                for j in range(aaffinities.shape[1]):
                    score += np.int64(affinities_[i, j]) * aaffinities[p, j]
                key = (score << ROW_BITS) | (LAST_ROW - p)
                if key > best[k - 1]:
                    _keep(best, key)
        for j in range(kinds_.shape[1]):
            level[kinds_[i, j]] = 0
        for j in range(k):
            if best[j] >= 0:
                found[t, j], scores[t, j] = LAST_ROW - (best[j] & LAST_ROW), best[j] >> ROW_BITS
            else:
                found[t, j], scores[t, j] = -1, -1
