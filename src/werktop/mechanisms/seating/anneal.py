"""The search's inner loop, compiled: moves that keep every hard rule, taken or left as annealing does."""

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .chance import below, unit
from .companion_moves import move_companions
from .entrepreneur_moves import move_entrepreneurs
from .moves import HOPELESS, move_to_free_chair, swap, wins

FREE_CHAIR = 16  # one move in so many looks for a free chair rather than for someone to change places with


@njit(**OPTIONS)
def anneal(steps, heat, entrepreneur_share, aimed, chance, live, facts, seating):
    """Tries `steps` moves at one heat in the rounds `live`; changes `seating`; returns the gain. The part `aimed` of the swaps
    goes to where a favourite sits.

    Nearly all moves are swaps that are not taken: those are judged here, from arrays at hand, without a call.
    """
    affinity, group, previous, penalty, change, allowed, movable, block = facts[:8]
    block_start, block_of, apart_start, apart_with, low, high, guest_movable, favourite = facts[8:]
    seat, size, member, at, guest, meet, pairs, rests, worth = seating
    n, tables = seat.shape[1], worth.shape[2]
    least = -HOPELESS * heat - 2 * penalty
    who, other = np.empty(n + 1, np.int64), np.empty(n + 1, np.int64)
    total = np.int64(0)
    for _ in range(steps):
        r = np.int64(live[below(chance, len(live))])
        if unit(chance) < entrepreneur_share:
            total += move_entrepreneurs(
                r, heat, chance, previous, change, allowed, movable, block, apart_start, apart_with,
                guest_movable, who, other, rests, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
            )  # fmt: skip
            continue
        i = below(chance, n)
        if not movable[r, i]:
            continue
        if block[i] >= 0:
            total += move_companions(
                i, r, heat, chance, allowed, movable, block, block_start, block_of, apart_start, apart_with,
                low, high, who, other, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
            )  # fmt: skip
            continue
        t = np.int64(seat[r, i])
        if below(chance, FREE_CHAIR) == 0:
            u = below(chance, tables)
            if u != t:
                total += move_to_free_chair(
                    i, r, u, heat, chance, allowed, apart_start, apart_with, low, high,
                    affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
                )  # fmt: skip
            continue
        if unit(chance) < aimed:
            u = np.int64(at[r, favourite[i, below(chance, favourite.shape[1])]])
            if u < 0 or u == t or size[r, u] == 0:
                continue
            j = np.int64(member[r, u, below(chance, size[r, u])])
        else:
            j = below(chance, n)
            u = np.int64(seat[r, j])
        if u == t or not movable[r, j] or block[j] >= 0:
            continue
        gain = np.int64(worth[r, i, u]) - worth[r, i, t] + worth[r, j, t] - worth[r, j, u]
        if gain < least:
            continue
        if pairs[i, j] > 0 and group[i] != group[j]:
            gain += 2 * penalty  # neither finds the other at the new table
        if wins(gain, heat, chance) and swap(
            i, j, r, allowed, apart_start, apart_with, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
        ):  # fmt: skip
            total += gain
    return total
