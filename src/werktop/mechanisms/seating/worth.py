"""What every chair is worth to every candidate, kept up to date while people change places.

worth[r, i, t] is what candidate i would add to the objective by sitting at table t in round r with everything
else as it is: affinity to entrepreneurs there whom i meets in no other round, less the repeated pairs and the
change of chair. So the gain of a move is a difference of two numbers, and a move that is not taken costs next
to nothing. Keeping it up to date costs as much as a table's neighbours in the other rounds.

Compiled code counts a reference to an array each time that it is taken out of a tuple, which would cost more than
the work itself: the inner functions therefore take the arrays of `state.Facts` and `state.Seating` one by one
(at is entrepreneur_seat).
"""

import numpy as np
from numba import njit

from ..compiling import OPTIONS


@njit(**OPTIONS)
def worth_of_every_chair(facts, seating):
    """Fills seating.worth from scratch."""
    worth, seat, meet, pairs = seating.worth, seating.seat, seating.meet, seating.pairs
    R, n, T = worth.shape
    for r in range(R):
        for i in range(n):
            own = seat[r, i]
            for t in range(T):
                before = facts.previous[r, i]
                worth[r, i, t] = -facts.change if before != -1 and before != t else 0
            for e in range(facts.affinity.shape[1]):
                t = seating.entrepreneur_seat[r, e]
                if t >= 0 and meet[i, e] == (1 if t == own else 0):
                    worth[r, i, t] += facts.affinity[i, e]
            for x in range(n):
                t = seat[r, x]
                if x == i or t < 0 or facts.group[x] == facts.group[i]:
                    continue
                if pairs[i, x] > (1 if t == own else 0):
                    worth[r, i, t] -= facts.penalty


@njit(**OPTIONS)
def _weigh_on_others(i, r, t, price, group, seat, size, member, worth):
    """Whoever shares another round with i gains `price` at table t of round r, once."""
    for s in range(seat.shape[0]):
        w = seat[s, i]
        if s == r or w < 0:
            continue
        for q in range(size[s, w]):
            y = member[s, w, q]
            if y == i or group[y] == group[i]:
                continue
            is_first = True
            for z in range(s):
                if z != r and seat[z, i] >= 0 and seat[z, y] == seat[z, i]:
                    is_first = False
            if is_first:
                worth[r, y, t] += price


@njit(**OPTIONS)
def _now_share(i, y, r, shared, price, seat, worth):
    """i and y share `shared` rounds, r left out of account: where that is one round, they gain `price` at each
    other's table in all the others; where none, in all."""
    for s in range(seat.shape[0]):
        if s == r:
            continue
        at_i, at_y = seat[s, i], seat[s, y]
        if shared == (1 if at_i >= 0 and at_i == at_y else 0):
            if at_y >= 0:
                worth[s, i, at_y] += price
            if at_i >= 0:
                worth[s, y, at_i] += price


@njit(**OPTIONS)
def _now_meet(i, e, r, met, gain, seat, entrepreneur_seat, worth):
    """i meets e in `met` rounds besides r: where that leaves none but a round itself, its table gains `gain`."""
    for s in range(seat.shape[0]):
        u = entrepreneur_seat[s, e]
        if s != r and u >= 0 and met == (1 if seat[s, i] == u else 0):
            worth[s, i, u] += gain


@njit(**OPTIONS)
def take_away(i, r, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth):
    """Candidate i leaves the chair in round r; returns what the objective gains by it."""
    t = seat[r, i]
    gain = -np.int64(worth[r, i, t])
    last = size[r, t] - 1
    for q in range(last):
        if member[r, t, q] == i:
            member[r, t, q] = member[r, t, last]
            break
    size[r, t] = last
    if penalty != 0:
        _weigh_on_others(i, r, t, penalty, group, seat, size, member, worth)
    for q in range(last):
        y = member[r, t, q]
        pairs[i, y] -= 1
        pairs[y, i] -= 1
        if penalty != 0 and pairs[i, y] <= 1 and group[y] != group[i]:
            _now_share(i, y, r, pairs[i, y], penalty, seat, worth)
    for q in range(guest.shape[2]):
        e = guest[r, t, q]
        if e < 0:
            break
        meet[i, e] -= 1
        if meet[i, e] <= 1:
            _now_meet(i, e, r, meet[i, e], affinity[i, e], seat, at, worth)
    seat[r, i] = -1
    return gain


@njit(**OPTIONS)
def put(i, r, t, affinity, group, penalty, seat, size, member, at, guest, meet, pairs, worth):
    """Candidate i, who has no chair in round r, takes one at table t; returns what the objective gains."""
    gain = np.int64(worth[r, i, t])
    if penalty != 0:
        _weigh_on_others(i, r, t, -penalty, group, seat, size, member, worth)
    for q in range(size[r, t]):
        y = member[r, t, q]
        if penalty != 0 and pairs[i, y] <= 1 and group[y] != group[i]:
            _now_share(i, y, r, pairs[i, y], -penalty, seat, worth)
        pairs[i, y] += 1
        pairs[y, i] += 1
    for q in range(guest.shape[2]):
        e = guest[r, t, q]
        if e < 0:
            break
        if meet[i, e] <= 1:
            _now_meet(i, e, r, meet[i, e], -affinity[i, e], seat, at, worth)
        meet[i, e] += 1
    member[r, t, size[r, t]] = i
    size[r, t] += 1
    seat[r, i] = t
    return gain


@njit(**OPTIONS)
def _appear(e, r, t, sign, affinity, seat, size, member, at, meet, worth):
    """Entrepreneur e comes to (sign 1) or leaves (-1) table t in round r: what that is worth to everybody."""
    for i in range(affinity.shape[0]):
        if meet[i, e] == (1 if sign < 0 and seat[r, i] == t else 0):
            worth[r, i, t] += sign * affinity[i, e]
    for q in range(size[r, t]):
        i = member[r, t, q]
        if sign < 0:
            meet[i, e] -= 1
        if meet[i, e] <= 1:
            _now_meet(i, e, r, meet[i, e], -sign * affinity[i, e], seat, at, worth)
        if sign > 0:
            meet[i, e] += 1


@njit(**OPTIONS)
def exchange_entrepreneurs(e, f, r, affinity, seat, size, member, at, guest, rests, meet, worth):
    """e (seated) and f (seated elsewhere, or resting) change places; the caller knows what it gains."""
    t, u = at[r, e], at[r, f]
    _appear(e, r, t, -1, affinity, seat, size, member, at, meet, worth)
    at[r, e] = -1
    if u >= 0:
        _appear(f, r, u, -1, affinity, seat, size, member, at, meet, worth)
        at[r, f] = -1
        _appear(e, r, u, 1, affinity, seat, size, member, at, meet, worth)
        at[r, e] = u
        _take_the_place(f, e, r, u, guest)
    else:
        rests[f] -= 1
        rests[e] += 1
    _appear(f, r, t, 1, affinity, seat, size, member, at, meet, worth)
    at[r, f] = t
    _take_the_place(e, f, r, t, guest)


@njit(inline="always", **OPTIONS)
def _take_the_place(old, new, r, t, guest):
    for q in range(guest.shape[2]):
        if guest[r, t, q] == old:
            guest[r, t, q] = new
            break
