"""Moves of entrepreneurs: two change places, with the candidates as they sit or dealt anew over both tables."""

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .chance import below
from .moves import meets_an_enemy, wins
from .worth import exchange_entrepreneurs, put, take_away

NEVER = np.int64(1 << 40)


@njit(inline="always", **OPTIONS)
def _changed(previous, person, r, table):
    """1 when this chair differs from the earlier plan's (an earlier chair at a closed table always does)."""
    before = previous[r, person]
    return 1 if before != -1 and table >= 0 and before != table else 0


@njit(inline="always", **OPTIONS)
def _fewer_changes(e, f, r, t, u, n, previous):
    """How many chairs fewer differ from the earlier plan when e leaves t for u and f leaves u for t."""
    now = _changed(previous, n + e, r, t) + _changed(previous, n + f, r, u)
    return now - _changed(previous, n + e, r, u) - _changed(previous, n + f, r, t)


@njit(**OPTIONS)
def _gain_at(e, f, r, t, affinity, size, member, meet):
    """What the candidates at table t would gain if f sat there instead of e (nothing is changed)."""
    gain = np.int64(0)
    for q in range(size[r, t]):
        i = member[r, t, q]
        if meet[i, e] == 1:
            gain -= affinity[i, e]
        if meet[i, f] == 0:
            gain += affinity[i, f]
    return gain


@njit(**OPTIONS)
def _gain_of_exchange(e, f, r, previous, change, affinity, size, member, at, meet):
    """What it would gain if e (seated) and f (seated elsewhere, or resting) changed places."""
    t, u = np.int64(at[r, e]), np.int64(at[r, f])
    gain = change * _fewer_changes(e, f, r, t, u, affinity.shape[0], previous)
    gain += _gain_at(e, f, r, t, affinity, size, member, meet)
    if u >= 0:
        gain += _gain_at(f, e, r, u, affinity, size, member, meet)
    return gain


@njit(**OPTIONS)
def move_entrepreneurs(
    r, heat, chance, previous, change, allowed, movable, block, apart_start, apart_with, guest_movable, who, better,
    rests, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
):  # fmt: skip
    """Two entrepreneurs change places; a rest goes only to whoever had fewer, or is returned elsewhere."""
    none = np.int64(0)
    m = affinity.shape[1]
    e, f = below(chance, m), below(chance, m)
    if not (guest_movable[r, e] and guest_movable[r, f]):
        return none
    if at[r, e] < 0:
        e, f = f, e
    t, u = np.int64(at[r, e]), np.int64(at[r, f])
    if t < 0 or t == u:
        return none
    if u >= 0:
        return _exchange_and_deal(
            e, f, r, t, u, heat, chance, previous, change, allowed, movable, block, apart_start, apart_with,
            who, better, rests, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
        )  # fmt: skip
    back = -1
    if rests[f] <= rests[e]:
        R = at.shape[0]
        first = below(chance, R)
        for q in range(R):
            w = (first + q) % R
            if w != r and guest_movable[w, e] and guest_movable[w, f] and at[w, e] < 0 and at[w, f] >= 0:
                back = w
                break
        if back < 0:
            return none
    gain = _gain_of_exchange(e, f, r, previous, change, affinity, size, member, at, meet)
    exchange_entrepreneurs(e, f, r, affinity, seat, size, member, at, guest, rests, meet, worth)
    if back >= 0:
        gain += _gain_of_exchange(f, e, back, previous, change, affinity, size, member, at, meet)
        exchange_entrepreneurs(f, e, back, affinity, seat, size, member, at, guest, rests, meet, worth)
    if wins(gain, heat, chance):
        return gain
    if back >= 0:
        exchange_entrepreneurs(e, f, back, affinity, seat, size, member, at, guest, rests, meet, worth)
    exchange_entrepreneurs(f, e, r, affinity, seat, size, member, at, guest, rests, meet, worth)
    return none


@njit(**OPTIONS)
def _deal(e, f, r, t, u, affinity, allowed, movable, block, size, member, meet, worth, who, better):
    """Deals the candidates of tables t and u anew for when e (at t) and f (at u) have changed places.

    Fills who (those who may move) and better (1 to t, 0 to u). Returns (count, estimated gain): as many stay
    at each table as sat there, the ones for whom t is worth most at t. Pairs among the dealt are not counted.
    """
    count, to_t, gain = 0, 0, np.int64(0)
    for side in range(2):
        w = t if side == 0 else u
        for q in range(size[r, w]):
            i = member[r, w, q]
            for_e = affinity[i, e] if meet[i, e] == (1 if w == t else 0) else 0
            for_f = affinity[i, f] if meet[i, f] == (1 if w == u else 0) else 0
            at_t = np.int64(worth[r, i, t]) - for_e + for_f
            at_u = np.int64(worth[r, i, u]) - for_f + for_e
            now = np.int64(worth[r, i, w])
            if not movable[r, i] or block[i] >= 0:
                gain += (at_t if w == t else at_u) - now
                continue
            if not allowed[i, t]:
                at_t -= NEVER
            if not allowed[i, u]:
                at_u -= NEVER
            who[count], better[count] = i, at_t - at_u
            gain += at_u - now
            count += 1
            to_t += w == t
    if count == 0 or to_t == 0:
        better[:count] = 0
        return count, gain
    ranked = np.sort(better[:count])
    least = ranked[count - to_t]
    ties = to_t
    for q in range(count - to_t, count):
        gain += ranked[q]
        ties -= ranked[q] > least
    for q in range(count):
        is_tie = better[q] == least
        better[q] = 1 if better[q] > least or (is_tie and ties > 0) else 0
        ties -= is_tie and better[q]
    return count, gain


@njit(**OPTIONS)
def _exchange_and_deal(
    e, f, r, t, u, heat, chance, previous, change, allowed, movable, block, apart_start, apart_with, who, better,
    rests, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
):  # fmt: skip
    """e at t and f at u change places and the candidates of both tables are dealt anew; the gain."""
    none = np.int64(0)
    count, estimate = _deal(
        e, f, r, t, u, affinity, allowed, movable, block, size, member, meet, worth, who, better
    )
    company = change * _fewer_changes(e, f, r, t, u, affinity.shape[0], previous)
    if estimate + company < -8.0 * heat - 4 * penalty:
        return none
    gain, moved = none, 0
    for q in range(count):
        i = who[q]
        if seat[r, i] != (t if better[q] else u):
            gain += take_away(
                i, r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
            )
            who[moved], better[moved] = i, better[q]
            moved += 1
    gain += _gain_of_exchange(e, f, r, previous, change, affinity, size, member, at, meet)
    exchange_entrepreneurs(e, f, r, affinity, seat, size, member, at, guest, rests, meet, worth)
    good = True
    for q in range(moved):
        to = t if better[q] else u
        good = good and not meets_an_enemy(who[q], r, to, -1, apart_start, apart_with, seat)
        gain += put(
            who[q], r, to, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth
        )
    if good and wins(gain, heat, chance):
        return gain
    for q in range(moved):
        take_away(who[q], r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth)
    exchange_entrepreneurs(f, e, r, affinity, seat, size, member, at, guest, rests, meet, worth)
    for q in range(moved):
        put(
            who[q],
            r,
            u if better[q] else t,
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
        )
    return none
