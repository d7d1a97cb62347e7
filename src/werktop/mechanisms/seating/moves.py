"""Moves of candidates: a swap, a free chair, companions together. Each keeps every hard rule."""

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .chance import unit
from .worth import put, take_away

HOPELESS = 20.0  # a loss of so many times the heat is never taken: its chance is two in a thousand million


@njit(inline="always", **OPTIONS)
def wins(gain, heat, chance):
    """The rule of annealing: never refuse a gain, take a loss with chance exp(gain / heat)."""
    if gain >= 0:
        return True
    ratio = gain / heat
    return ratio > -HOPELESS and unit(chance) < np.exp(ratio)


@njit(inline="always", **OPTIONS)
def meets_an_enemy(i, r, t, leaving, apart_start, apart_with, seat):
    """Whether someone who must sit apart from i is at table t (other than the one who leaves it)."""
    for q in range(apart_start[i], apart_start[i + 1]):
        x = apart_with[q]
        if x != leaving and seat[r, x] == t:
            return True
    return False


@njit(**OPTIONS)
def swap(
    i,
    j,
    r,
    allowed,
    apart_start,
    apart_with,
    affinity,
    group,
    penalty,
    seat,
    size,
    member,
    at,
    guest,
    meet,
    pairs,
    worth,
):
    """Candidates i and j, alone and at different tables, change places; False where the rules forbid it."""
    t, u = seat[r, i], seat[r, j]
    if not allowed[i, u] or not allowed[j, t]:
        return False
    if meets_an_enemy(i, r, u, j, apart_start, apart_with, seat):
        return False
    if meets_an_enemy(j, r, t, i, apart_start, apart_with, seat):
        return False
    take_away(i, r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    take_away(j, r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    put(i, r, u, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    put(j, r, t, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    return True


@njit(**OPTIONS)
def move_to_free_chair(
    i,
    r,
    u,
    heat,
    chance,
    allowed,
    apart_start,
    apart_with,
    low,
    high,
    affinity,
    group,
    penalty,
    seat,
    size,
    member,
    at,
    guest,
    meet,
    pairs,
    worth,
):
    """A candidate who is alone takes a free chair at table u if sizes, chance and the rules allow it."""
    t = seat[r, i]
    if size[r, t] <= low[r, t] or size[r, u] >= high[r, u]:
        return np.int64(0)
    gain = np.int64(worth[r, i, u]) - worth[r, i, t]
    if not wins(gain, heat, chance) or not allowed[i, u]:
        return np.int64(0)
    if meets_an_enemy(i, r, u, -1, apart_start, apart_with, seat):
        return np.int64(0)
    take_away(i, r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    put(i, r, u, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    return gain
