"""Companions go to another table together, and as many come back for them."""

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .chance import below
from .moves import wins
from .worth import put, take_away


@njit(**OPTIONS)
def _who_comes_back(
    r, t, u, wanted, chance, allowed, movable, block, block_start, block_of, seat, size, member, coming
):
    """Picks exactly `wanted` people at table u who may go to t, companions whole; how many were found."""
    taken, count = 0, size[r, u]
    if count == 0:
        return 0
    first = below(chance, count)
    for q in range(count):
        y = np.int64(member[r, u, (first + q) % count])
        if taken == wanted:
            break
        if not movable[r, y]:
            continue
        if block[y] < 0:
            if allowed[y, t]:
                coming[taken] = y
                taken += 1
            continue
        already = False
        for p in range(taken):
            already = already or coming[p] == y
        if already:
            continue
        before = taken
        for p in range(block_start[block[y]], block_start[block[y] + 1]):
            x = block_of[p]
            if seat[r, x] < 0:
                continue
            if taken == wanted or not allowed[x, t]:
                taken = -1
                break
            coming[taken] = x
            taken += 1
        if taken < 0:
            taken = before
    return taken


@njit(**OPTIONS)
def _gain_of_exchange(r, t, u, s, wanted, going, coming, group, penalty, pairs, worth):
    """What it gains when going[:s], companions at table t, and coming[:wanted] at u change tables."""
    gain, met = np.int64(0), 0
    for q in range(s):
        gain += np.int64(worth[r, going[q], u]) - worth[r, going[q], t]
        for p in range(wanted):  # neither finds the other at the new table
            met += pairs[going[q], coming[p]] > 0
    for q in range(wanted):
        gain += np.int64(worth[r, coming[q], t]) - worth[r, coming[q], u]
        for p in range(q):  # who come together still meet again
            x, y = coming[q], coming[p]
            met -= pairs[x, y] > 1 and group[x] != group[y]
    return gain + 2 * penalty * met


@njit(**OPTIONS)
def _some_enemy(r, t, people, count, leaving, left, apart_start, apart_with, seat):
    """Whether people[:count] would meet at table t one they must sit apart from, not among leaving[:left]."""
    for q in range(count):
        for p in range(apart_start[people[q]], apart_start[people[q] + 1]):
            x = apart_with[p]
            stays = seat[r, x] == t
            for z in range(left):
                stays = stays and leaving[z] != x
            if stays:
                return True
    return False


@njit(**OPTIONS)
def move_companions(
    i, r, heat, chance, allowed, movable, block, block_start, block_of, apart_start, apart_with, low, high,
    going, coming, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
):  # fmt: skip
    """Companions go to another table together; as many others (or one fewer) come back; the gain."""
    none = np.int64(0)
    t = np.int64(seat[r, i])
    u = below(chance, size.shape[1])
    if u == t:
        return none
    s = 0
    for q in range(block_start[block[i]], block_start[block[i] + 1]):
        x = block_of[q]
        if seat[r, x] < 0:
            continue
        if not allowed[x, u]:
            return none
        going[s] = x
        s += 1
    wanted = s
    if size[r, t] > low[r, t] and size[r, u] < high[r, u] and below(chance, 2) == 0:
        wanted = s - 1
    found = _who_comes_back(
        r, t, u, wanted, chance, allowed, movable, block, block_start, block_of, seat, size, member, coming
    )
    if found != wanted:
        return none
    gain = _gain_of_exchange(r, t, u, s, wanted, going, coming, group, penalty, pairs, worth)
    if not wins(gain, heat, chance):
        return none
    if _some_enemy(r, u, going, s, coming, wanted, apart_start, apart_with, seat):
        return none
    if _some_enemy(r, t, coming, wanted, going, s, apart_start, apart_with, seat):
        return none
    for q in range(s):
        take_away(going[q], r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    for q in range(wanted):
        take_away(coming[q], r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    for q in range(s):
        put(going[q], r, u, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    for q in range(wanted):
        put(coming[q], r, t, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    return gain
