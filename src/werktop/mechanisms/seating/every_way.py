"""Every way to share the entrepreneurs of one round out that could still be better than a plan, one by one.

For each, candidates are assigned exactly, with companions together and others apart, so that what is left over is the
optimum, or the proof that a plan already is.

Source: branch and bound (Land and Doig 1960) on the bound of `one_round`; assignment by shortest paths (Tomizawa 1971).
"""

from dataclasses import dataclass

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .one_round import OneRound

MOST = 60_000  # assignments solved, of fifty candidates at seven tables: about a second; a larger one counts for several


@dataclass(frozen=True)
class Proof:
    """No plan is worth more than `bound`; where a plan worth just that was found on the way, its seats (n present,) and
    the set of entrepreneurs at every table (T,)."""

    bound: int
    seats: np.ndarray | None = None
    chosen: np.ndarray | None = None


def prove(problem: OneRound, reached: int) -> Proof:
    """What any plan is worth at most, given one that is worth `reached`: that, or something better, or a bound near it.

    First what could be far better is ruled out, then what could be little better, until all is or the work is spent.
    """
    top = problem.bound
    found = np.array([0, 0, problem.unit], np.int64)
    plan = np.full((2, max(problem.worth.shape[0], len(problem.low))), -1, np.int64)
    for share in (0.6, 0.3, 0.1, 0.0):
        floor = reached + int(share * max(0, top - reached))
        found[1] = floor * problem.unit
        for everyone in problem.everyone:
            _look(int(everyone), problem, found, plan)
        if found[0] > MOST:
            break
        if found[1] > floor * problem.unit:
            return Proof(
                int(found[1]) // problem.unit, plan[0, : problem.worth.shape[0]], plan[1, : len(problem.low)]
            )
        top = floor
    return Proof(top)


def _look(everyone: int, problem: OneRound, found: np.ndarray, plan: np.ndarray) -> None:
    T = len(problem.low)
    _look_at(
        everyone, T - 1, problem.paid, np.zeros(T, np.int64), found, plan, problem.sets, problem.value, problem.best,
        problem.worth, problem.allowed, problem.low, problem.high, problem.alike, problem.group, problem.apart,
    )  # fmt: skip


@njit(**OPTIONS)
def _look_at(
    everyone,
    table,
    so_far,
    chosen,
    found,
    plan,
    sets,
    value,
    best,
    worth,
    allowed,
    low,
    high,
    alike,
    group,
    apart,
):
    """Every way to share `everyone` out over the tables up to `table` that could be worth more than what was found.

    found: assignments solved, the most that any plan seen is worth, and the unit that this is counted in; plan: it.
    """
    if table < 0:
        _obey(worth, chosen, allowed, low, high, group, apart, found, plan)
        return 0
    for p in range(len(sets)):
        if found[0] > MOST:
            break
        if everyone & sets[p] != sets[p]:
            continue
        if so_far + value[p, table] + best[everyone ^ sets[p]] < found[1] + found[2] - 0.001:
            continue
        twin = alike[table]
        if twin >= 0 and p > chosen[twin]:
            continue
        chosen[table] = p
        _look_at(
            everyone ^ sets[p], table - 1, so_far + value[p, table], chosen, found, plan, sets, value, best, worth,
            allowed, low, high, alike, group, apart,
        )  # fmt: skip
    return 0


@njit(**OPTIONS)
def _obey(worth, chosen, allowed, low, high, group, apart, found, plan):
    """Seats candidates as well as can be at tables with these sets, companions together and others apart.

    Where the best assignment breaks such a rule, each way to keep it is tried: these companions at one table after the
    other; the first of these two not here, or here without the second.
    """
    n, T = allowed.shape
    if found[0] > MOST:
        return 0
    found[0] += 1 + n * T // 400
    total, seat = _assigned(worth, chosen, allowed, low, high)
    if total < found[1] + found[2]:
        return 0
    for i in range(n):
        for j in range(i):
            if group[i] == group[j] and seat[i] != seat[j]:
                for t in range(T):
                    narrower = allowed.copy()
                    for w in range(n):
                        if group[w] == group[i]:
                            for u in range(T):
                                narrower[w, u] = narrower[w, u] and u == t
                    _obey(worth, chosen, narrower, low, high, group, apart, found, plan)
                return 0
    for q in range(len(apart)):
        i, j = apart[q, 0], apart[q, 1]
        t = seat[i]
        if t == seat[j]:
            narrower = allowed.copy()
            narrower[i, t] = False
            _obey(worth, chosen, narrower, low, high, group, apart, found, plan)
            narrower = allowed.copy()
            for u in range(T):
                narrower[i, u] = u == t
            narrower[j, t] = False
            _obey(worth, chosen, narrower, low, high, group, apart, found, plan)
            return 0
    found[1] = total
    plan[0, :n] = seat
    plan[1, :T] = chosen
    return 0


@njit(**OPTIONS)
def _assigned(worth, chosen, allowed, low, high):
    """(worth, seats): the most that candidates are worth at tables with these sets, sizes kept; -1 where it cannot be.

    Everybody starts at the best table; then one at a time moves, along the chain of tables that costs least, from a
    table that is too full to one that is not full enough.
    """
    n, T = allowed.shape
    never = np.int64(1) << 50
    seat = np.zeros(n, np.int64)
    count = np.zeros(T, np.int64)
    total = np.int64(0)
    for i in range(n):
        top = np.int64(-1)
        for t in range(T):
            if allowed[i, t] and worth[i, chosen[t]] > top:
                top = worth[i, chosen[t]]
                seat[i] = t
        if top < 0:
            return np.int64(-1), seat
        count[seat[i]] += 1
        total += top
    cost = np.empty((T, T), np.int64)
    who = np.empty((T, T), np.int64)
    through = np.empty((T, T), np.int64)
    while True:
        is_short = False
        is_full = False
        for t in range(T):
            is_short = is_short or count[t] < low[t]
            is_full = is_full or count[t] > high[t]
        if not is_short and not is_full:
            return total, seat
        cost[:] = never
        for i in range(n):
            t = seat[i]
            for u in range(T):
                if u != t and allowed[i, u]:
                    loss = worth[i, chosen[t]] - worth[i, chosen[u]]
                    if loss < cost[t, u]:
                        cost[t, u] = loss
                        who[t, u] = i
        for t in range(T):
            for u in range(T):
                through[t, u] = u
        for w in range(T):
            for t in range(T):
                for u in range(T):
                    is_way = (
                        cost[t, w] < never and cost[w, u] < never
                    )  # costs on the way may be below nothing
                    if t != u and is_way and cost[t, w] + cost[w, u] < cost[t, u]:
                        cost[t, u] = cost[t, w] + cost[w, u]
                        through[t, u] = through[t, w]
        least, start, end = never, -1, -1
        for t in range(T):
            for u in range(T):
                if t == u or count[u] >= high[u]:
                    continue
                if is_full and count[t] <= high[t]:
                    continue
                if not is_full and (count[t] <= low[t] or count[u] >= low[u]):
                    continue
                if cost[t, u] < least:
                    least, start, end = cost[t, u], t, u
        if start < 0 or least >= never:
            return np.int64(-1), seat
        total -= least
        count[start] -= 1
        count[end] += 1
        t = start
        while t != end:
            u = through[t, end]
            seat[who[t, u]] = u
            t = u
