"""The search's inner loop, compiled: moves that keep every hard rule, taken or left as annealing does.

`fixed_facts` and `seating` below are tuples of arrays (see `state.py`, which builds and names them), because
compiled code reads those fastest. No function here allocates shared memory, so threads do not meet.
"""

import numpy as np
from numba import njit

from .chance import OPTIONS, below, unit


@njit(inline="always", **OPTIONS)
def _changed(previous, person, r, table):
    """1 when this chair differs from the earlier plan's (an earlier chair at a closed table always does)."""
    before = previous[r, person]
    return 1 if before != -1 and table >= 0 and before != table else 0


@njit(**OPTIONS)
def _remove(i, r, facts, seating):
    """Takes candidate i from the table; returns what the objective gains by it."""
    affinity, group, previous, penalty, change = facts[0], facts[1], facts[2], facts[3], facts[4]
    seat, slot, size, member, eseat, tent, ecount, meet, pairs, rests = seating
    t = seat[r, i]
    gain = change * _changed(previous, i, r, t)
    last = size[r, t] - 1
    other = member[r, t, last]
    member[r, t, slot[r, i]] = other
    slot[r, other] = slot[r, i]
    size[r, t] = last
    seat[r, i] = -1
    for q in range(last):
        x = member[r, t, q]
        if group[x] != group[i] and pairs[i, x] > 1:
            gain += penalty
        pairs[i, x] -= 1
        pairs[x, i] -= 1
    for q in range(ecount[r, t]):
        e = tent[r, t, q]
        meet[i, e] -= 1
        if meet[i, e] == 0:
            gain -= affinity[i, e]
    return gain


@njit(**OPTIONS)
def _add(i, r, t, facts, seating):
    """Puts candidate i at table t; returns what the objective gains by it."""
    affinity, group, previous, penalty, change = facts[0], facts[1], facts[2], facts[3], facts[4]
    seat, slot, size, member, eseat, tent, ecount, meet, pairs, rests = seating
    gain = -change * _changed(previous, i, r, t)
    for q in range(size[r, t]):
        x = member[r, t, q]
        if group[x] != group[i] and pairs[i, x] > 0:
            gain -= penalty
        pairs[i, x] += 1
        pairs[x, i] += 1
    for q in range(ecount[r, t]):
        e = tent[r, t, q]
        if meet[i, e] == 0:
            gain += affinity[i, e]
        meet[i, e] += 1
    member[r, t, size[r, t]] = i
    slot[r, i] = size[r, t]
    size[r, t] += 1
    seat[r, i] = t
    return gain


@njit(inline="always", **OPTIONS)
def _leaving(i, r, t, facts, seating):
    """What the objective would gain if candidate i left table t (nothing is changed)."""
    affinity, group, previous, penalty, change = facts[0], facts[1], facts[2], facts[3], facts[4]
    seat, slot, size, member, eseat, tent, ecount, meet, pairs, rests = seating
    gain = change * _changed(previous, i, r, t)
    for q in range(ecount[r, t]):
        e = tent[r, t, q]
        if meet[i, e] == 1:
            gain -= affinity[i, e]
    if penalty != 0:
        for q in range(size[r, t]):
            x = member[r, t, q]
            if pairs[i, x] > 1 and x != i and group[x] != group[i]:
                gain += penalty
    return gain


@njit(inline="always", **OPTIONS)
def _entering(i, r, t, instead_of, facts, seating):
    """What the objective would gain if candidate i came to table t in the place of `instead_of` (or -1)."""
    affinity, group, previous, penalty, change = facts[0], facts[1], facts[2], facts[3], facts[4]
    seat, slot, size, member, eseat, tent, ecount, meet, pairs, rests = seating
    gain = -change * _changed(previous, i, r, t)
    for q in range(ecount[r, t]):
        e = tent[r, t, q]
        if meet[i, e] == 0:
            gain += affinity[i, e]
    if penalty != 0:
        for q in range(size[r, t]):
            x = member[r, t, q]
            if pairs[i, x] > 0 and x != instead_of and group[x] != group[i]:
                gain -= penalty
    return gain


@njit(inline="always", **OPTIONS)
def _meets_an_enemy(i, r, t, leaving, apart_start, apart_with, seat):
    """Whether someone who must sit apart from i is at table t (other than the one who leaves it)."""
    for q in range(apart_start[i], apart_start[i + 1]):
        x = apart_with[q]
        if x != leaving and seat[r, x] == t:
            return True
    return False


@njit(inline="always", **OPTIONS)
def _wins(gain, temperature, chance):
    """The rule of annealing: never refuse a gain, take a loss with chance exp(gain / temperature)."""
    if gain >= 0:
        return True
    ratio = gain / temperature
    return ratio > -30.0 and unit(chance) < np.exp(ratio)


@njit(**OPTIONS)
def _swap_or_move(i, r, temperature, chance, facts, seating):
    """A candidate who is alone changes places with another, or takes a free chair elsewhere."""
    affinity = facts[0]
    allowed, movable, block, apart_start, apart_with, low, high = facts[5:12]
    best = facts[12]
    seat, size, member, eseat = seating[0], seating[2], seating[3], seating[4]
    n = affinity.shape[0]
    t = seat[r, i]
    j = np.int64(-1)
    if best.shape[1] > 0 and below(chance, 2) == 0:
        u = np.int64(eseat[r, best[i, below(chance, best.shape[1])]])
        if u < 0 or u == t or size[r, u] == 0:
            return 0
        j = np.int64(member[r, u, below(chance, size[r, u])])
    elif below(chance, 16) == 0:
        u = below(chance, low.shape[1])
        if u == t:
            return 0
        if size[r, u] > 0:
            j = np.int64(member[r, u, below(chance, size[r, u])])
    else:
        j = below(chance, n)
        u = np.int64(seat[r, j])
        if u < 0 or u == t:
            return 0
    if not allowed[i, u]:
        return 0
    if size[r, t] > low[r, t] and size[r, u] < high[r, u] and (j < 0 or below(chance, 2) == 0):
        if _meets_an_enemy(i, r, u, -1, apart_start, apart_with, seat):
            return 0
        gain = _leaving(i, r, t, facts, seating) + _entering(i, r, u, -1, facts, seating)
        if not _wins(gain, temperature, chance):
            return 0
        _remove(i, r, facts, seating)
        _add(i, r, u, facts, seating)
        return gain
    if j < 0 or not movable[r, j] or block[j] >= 0 or not allowed[j, t]:
        return 0
    gain = _leaving(i, r, t, facts, seating) + _entering(i, r, u, j, facts, seating)
    gain += _leaving(j, r, u, facts, seating) + _entering(j, r, t, i, facts, seating)
    if not _wins(gain, temperature, chance):
        return 0
    if _meets_an_enemy(i, r, u, j, apart_start, apart_with, seat):
        return 0
    if _meets_an_enemy(j, r, t, i, apart_start, apart_with, seat):
        return 0
    _remove(i, r, facts, seating)
    _remove(j, r, facts, seating)
    _add(i, r, u, facts, seating)
    _add(j, r, t, facts, seating)
    return gain


@njit(**OPTIONS)
def _move_companions(i, r, temperature, chance, facts, seating, going, coming):
    """Companions go to another table together; as many others (or one fewer) come back for them."""
    allowed, movable, block, apart_start, apart_with, low, high = facts[5:12]
    block_start, block_of = facts[13], facts[14]
    seat, size, member = seating[0], seating[2], seating[3]
    t = np.int64(seat[r, i])
    u = below(chance, low.shape[1])
    if u == t:
        return 0
    s = 0
    for q in range(block_start[block[i]], block_start[block[i] + 1]):
        x = block_of[q]
        if seat[r, x] < 0:
            continue
        if not allowed[x, u]:
            return 0
        going[s] = x
        s += 1
    wanted = s
    if size[r, t] > low[r, t] and size[r, u] < high[r, u] and below(chance, 2) == 0:
        wanted = s - 1
    taken = 0
    count = size[r, u]
    if count > 0:
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
    if taken != wanted:
        return 0
    gain = 0
    for q in range(s):
        gain += _remove(going[q], r, facts, seating)
    for q in range(taken):
        gain += _remove(coming[q], r, facts, seating)
    for q in range(s):
        gain += _add(going[q], r, u, facts, seating)
    for q in range(taken):
        gain += _add(coming[q], r, t, facts, seating)
    good = _wins(gain, temperature, chance)
    for q in range(s):
        good = good and not _meets_an_enemy(going[q], r, u, -1, apart_start, apart_with, seat)
    for q in range(taken):
        good = good and not _meets_an_enemy(coming[q], r, t, -1, apart_start, apart_with, seat)
    if good:
        return gain
    for q in range(s):
        _remove(going[q], r, facts, seating)
    for q in range(taken):
        _remove(coming[q], r, facts, seating)
    for q in range(s):
        _add(going[q], r, t, facts, seating)
    for q in range(taken):
        _add(coming[q], r, u, facts, seating)
    return 0


@njit(**OPTIONS)
def _replace_entrepreneur(e, f, r, t, facts, seating):
    """At table t entrepreneur f takes e's chair; returns the gain from the candidates there."""
    affinity = facts[0]
    seat, slot, size, member, eseat, tent, ecount, meet, pairs, rests = seating
    gain = 0
    for q in range(size[r, t]):
        i = member[r, t, q]
        meet[i, e] -= 1
        if meet[i, e] == 0:
            gain -= affinity[i, e]
        if meet[i, f] == 0:
            gain += affinity[i, f]
        meet[i, f] += 1
    for q in range(ecount[r, t]):
        if tent[r, t, q] == e:
            tent[r, t, q] = f
            break
    eseat[r, f] = t
    return gain


@njit(**OPTIONS)
def _exchange_entrepreneurs(e, f, r, facts, seating):
    """e (seated) and f (seated elsewhere, or resting) change places; returns the gain."""
    affinity, previous, change = facts[0], facts[2], facts[4]
    eseat, rests = seating[4], seating[9]
    n = affinity.shape[0]
    t, u = np.int64(eseat[r, e]), np.int64(eseat[r, f])
    gain = change * (_changed(previous, n + e, r, t) + _changed(previous, n + f, r, u))
    gain -= change * (_changed(previous, n + e, r, u) + _changed(previous, n + f, r, t))
    gain += _replace_entrepreneur(e, f, r, t, facts, seating)
    if u >= 0:
        gain += _replace_entrepreneur(f, e, r, u, facts, seating)
    else:
        rests[f] -= 1
        rests[e] += 1
        eseat[r, e] = -1
    return gain


@njit(**OPTIONS)
def _gain_at(e, f, r, t, facts, seating):
    """What the candidates at table t would gain if f sat there instead of e (nothing is changed)."""
    affinity = facts[0]
    size, member, meet = seating[2], seating[3], seating[7]
    gain = 0
    for q in range(size[r, t]):
        i = member[r, t, q]
        if meet[i, e] == 1:
            gain -= affinity[i, e]
        if meet[i, f] == 0:
            gain += affinity[i, f]
    return gain


@njit(**OPTIONS)
def _move_entrepreneurs(r, temperature, chance, facts, seating):
    """Two entrepreneurs change places; a rest goes only to whoever had fewer, or is returned elsewhere."""
    affinity, previous, change = facts[0], facts[2], facts[4]
    entrepreneur_movable = facts[15]
    eseat, rests = seating[4], seating[9]
    n, m = affinity.shape
    e, f = below(chance, m), below(chance, m)
    if not (entrepreneur_movable[r, e] and entrepreneur_movable[r, f]):
        return 0
    if eseat[r, e] < 0:
        e, f = f, e
    t, u = np.int64(eseat[r, e]), np.int64(eseat[r, f])
    if t < 0 or t == u:
        return 0
    if u >= 0:
        gain = _gain_at(e, f, r, t, facts, seating) + _gain_at(f, e, r, u, facts, seating)
        gain += change * (_changed(previous, n + e, r, t) + _changed(previous, n + f, r, u))
        gain -= change * (_changed(previous, n + e, r, u) + _changed(previous, n + f, r, t))
        if not _wins(gain, temperature, chance):
            return 0
        return _exchange_entrepreneurs(e, f, r, facts, seating)
    back = -1
    if rests[f] <= rests[e]:
        R = eseat.shape[0]
        first = below(chance, R)
        for q in range(R):
            w = (first + q) % R
            may = entrepreneur_movable[w, e] and entrepreneur_movable[w, f]
            if w != r and may and eseat[w, e] < 0 and eseat[w, f] >= 0:
                back = w
                break
        if back < 0:
            return 0
    gain = _exchange_entrepreneurs(e, f, r, facts, seating)
    if back >= 0:
        gain += _exchange_entrepreneurs(f, e, back, facts, seating)
    if _wins(gain, temperature, chance):
        return gain
    if back >= 0:
        _exchange_entrepreneurs(e, f, back, facts, seating)
    _exchange_entrepreneurs(f, e, r, facts, seating)
    return 0


@njit(**OPTIONS)
def anneal(steps, temperature, entrepreneur_share, chance, live, facts, seating, going, coming):
    """Tries `steps` moves at one temperature in the rounds `live`; changes `seating`; returns the gain."""
    movable, block = facts[6], facts[7]
    n = facts[0].shape[0]
    total = 0
    for _ in range(steps):
        r = np.int64(live[below(chance, len(live))])
        if unit(chance) < entrepreneur_share:
            total += _move_entrepreneurs(r, temperature, chance, facts, seating)
            continue
        i = below(chance, n)
        if not movable[r, i]:
            continue
        if block[i] >= 0:
            total += _move_companions(i, r, temperature, chance, facts, seating, going, coming)
        else:
            total += _swap_or_move(i, r, temperature, chance, facts, seating)
    return total
