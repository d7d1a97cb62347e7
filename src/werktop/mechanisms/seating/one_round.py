"""What one round can bring at most, proven by looking at every way to share the entrepreneurs out over the tables.

With one round a candidate is worth, at a table, the sum over the entrepreneurs there. Give every candidate a price for
the one chair that each takes: then tables choose their guests by themselves, and the best way to share out the
entrepreneurs follows from a recursion over subsets. Any prices give a proven bound; a subgradient walk lowers it. What is
left between that bound and the plan that was found is a few thousand ways to share out, and for each of those the
best assignment of candidates is found exactly. The best of all is the optimum, but for rules between candidates
(apart, together), which are left out here and can only lower it.

Sources: Held and Karp 1962 (recursion over subsets), Held, Wolfe and Crowder 1974 (subgradient walk on prices),
Tomizawa 1971 (assignment by shortest paths).
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .layout import Layout

MOST_ENTREPRENEURS = 15
WORK = 75_000_000  # steps of the recursion that the walk may take: a tenth of a second
MOST_WALKS = 60
MOST_UNIT = 60  # companions in odd numbers share in fractions up to this fine
GUESS = 0.98  # of the lowest bound seen can probably be reached; it only sets the pace of the walk
NEVER = -1e15


@dataclass(frozen=True)
class OneRound:
    """A problem of one round, its prices, and the bound that these prove.

    worth (n, P): what a candidate is worth beside each set of entrepreneurs, in 1/`unit` of a point. sets (P,): bit
    masks over entrepreneurs. value (P, T): what a table brings with a set after prices; best (2^m,): the best that the
    first tables bring with a subset of entrepreneurs. paid: the sum of all prices.
    """

    worth: np.ndarray
    sets: np.ndarray
    value: np.ndarray
    best: np.ndarray
    paid: float
    allowed: np.ndarray
    low: np.ndarray
    high: np.ndarray
    alike: np.ndarray
    group: np.ndarray
    apart: np.ndarray
    unit: int

    @property
    def bound(self) -> int:
        """Proven: no plan is worth more."""
        return int(np.floor((self.best[self.everyone].max() + self.paid) / self.unit + 1e-6))

    @cached_property
    def everyone(self) -> np.ndarray:
        """The subsets of entrepreneurs that fill all tables (one, unless some rest)."""
        seated = int(self.sets[0]).bit_count() * len(self.low)
        subsets = np.arange(len(self.best))
        return subsets[[int(each).bit_count() == seated for each in subsets]]


def one_round(layout: Layout) -> OneRound | None:
    """The relaxation of a problem with one round; None where there are more, or too many ways to share out."""
    R, T, n, m = layout.shape
    k = layout.problem.entrepreneurs_per_table
    here = layout.present[0] if R else np.zeros(0, bool)
    if R != 1 or not 1 <= k <= 3 or m > MOST_ENTREPRENEURS or not here.any():
        return None
    if layout.entrepreneur_present[0].sum() < k * T:  # a round whose seats are all facts
        return None
    if (layout.entrepreneur_pinned[0] >= 0).any() or not layout.affinity.any():
        return None
    chosen = [c for c in combinations(range(m), k) if layout.entrepreneur_present[0][list(c)].all()]
    sets = np.array([sum(1 << e for e in c) for c in chosen], np.int64)
    may_sit = _may_sit(layout, chosen)
    group = _free_companions(layout)[here]
    worth, unit = _shared_by_companions(
        np.stack([layout.affinity[here][:, list(c)].sum(axis=1) for c in chosen], axis=1), group
    )
    allowed = _allowed(layout, here, group)
    low, high = layout.low[0].astype(np.int64), layout.high[0].astype(np.int64)
    walks = int(np.clip(WORK // max(1, (1 << m) * len(chosen) // k), 1, MOST_WALKS))
    prices = _walk(worth.astype(float), sets, allowed, may_sit, low, high, m, k, walks)
    value = _values(worth.astype(float), prices, allowed, may_sit, low, high)
    best, _last = _share_out(value, sets, m, k)
    alike = _alike(allowed, may_sit, low, high)
    row = np.cumsum(here) - 1  # among those present
    free = here & (layout.pinned[0] < 0)  # from who has a fixed seat, `_allowed` keeps them apart
    apart = row[layout.apart[free[layout.apart].all(axis=1)]].astype(np.int64)
    return OneRound(
        worth, sets, value, best, float(prices.sum()), allowed, low, high, alike,
        group, apart, unit,
    )  # fmt: skip


def _shared_by_companions(worth: np.ndarray, group: np.ndarray) -> tuple[np.ndarray, int]:
    """(worth, unit): companions share what they are worth, in whole numbers of 1/`unit`.

    They sit at one table, so that no plan changes in worth; but no table can choose only the better half of them.
    """
    members = np.bincount(group)
    unit = int(np.lcm.reduce(members[members > 0]))
    if unit > MOST_UNIT:
        return worth, 1
    shared = worth * unit
    for each in np.flatnonzero(members > 1):
        shared[group == each] = shared[group == each].sum(axis=0) // members[each]
    return shared, unit


def _may_sit(layout: Layout, chosen: list[tuple[int, ...]]) -> np.ndarray:
    """(P, T): whether these entrepreneurs may be the ones at a table: all who own it, and nobody who owns another."""
    owner = np.where(layout.entrepreneur_present[0], layout.own_table, -1)
    may_sit = np.ones((len(chosen), layout.low.shape[1]), bool)
    for p, each in enumerate(chosen):
        for e in np.flatnonzero(owner >= 0):
            at_own = np.arange(may_sit.shape[1]) == owner[e]
            may_sit[p] &= at_own if e in each else ~at_own
    return may_sit


def _free_companions(layout: Layout) -> np.ndarray:
    """(n,): companions share a number, but for those of whom one has a fixed seat: `_allowed` sends the others there."""
    own = np.arange(len(layout.group))
    is_held = np.isin(layout.group, layout.group[layout.pinned[0] >= 0])
    return np.where(is_held, own, layout.group).astype(np.int64)


def _allowed(layout: Layout, here: np.ndarray, group: np.ndarray) -> np.ndarray:
    """(those present, T): where a candidate may sit, with companions; who has a fixed seat sits there and nowhere else,
    companions join there, and who must sit apart from that candidate sits elsewhere."""
    R, T, n, m = layout.shape
    allowed = layout.allowed.copy()
    held = here & (layout.pinned[0] >= 0)
    for i in np.flatnonzero(held):
        at = np.arange(T) == layout.pinned[0][i]
        allowed[(layout.group == layout.group[i]) & ~held] &= at
        for a, b in layout.apart:
            if i in (a, b):
                allowed[b if i == a else a] &= ~at
    for i in np.flatnonzero(held):
        allowed[i] = np.arange(T) == layout.pinned[0][i]
    allowed = allowed[here]
    for each in np.unique(group):
        allowed[group == each] = allowed[group == each].all(axis=0)
    return allowed


def _alike(allowed: np.ndarray, may_sit: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """(T,): for every table the next one that takes the same guests, or -1: they need not be tried in both orders."""
    T = len(low)
    alike = np.full(T, -1, np.int64)
    for t in range(T):
        for u in range(t + 1, T):
            same_guests = (allowed[:, t] == allowed[:, u]).all() and (may_sit[:, t] == may_sit[:, u]).all()
            if same_guests and low[t] == low[u] and high[t] == high[u]:
                alike[t] = u
                break
    return alike


@njit(inline="always", **OPTIONS)
def _count(everyone):
    """How many there are in a subset."""
    size = 0
    while everyone:
        everyone &= everyone - 1
        size += 1
    return size


@njit(inline="always", **OPTIONS)
def _choose(t, order, net, allowed, low, high, chosen):
    """What table `t` brings with the guests it would choose, as few and as many as fit; counts them in `chosen`."""
    total, count = 0.0, 0
    for i in order:
        if not allowed[i, t]:
            continue
        if count >= high[t] or (count >= low[t] and net[i] <= 0.0):
            break
        total += net[i]
        chosen[i] += 1.0
        count += 1
    return total if count >= low[t] else NEVER


@njit(**OPTIONS)
def _values(worth, prices, allowed, may_sit, low, high):
    """(P, T): what each table brings with each set of entrepreneurs, after prices."""
    n, P = worth.shape
    T = allowed.shape[1]
    value = np.full((P, T), NEVER)
    unused = np.zeros(n)
    for p in range(P):
        net = worth[:, p] - prices
        order = np.argsort(-net)
        for t in range(T):
            if may_sit[p, t]:
                value[p, t] = _choose(t, order, net, allowed, low, high, unused)
    return value


@njit(**OPTIONS)
def _share_out(value, sets, m, k):
    """(2^m,): the best that the first |S|/k tables bring with the entrepreneurs in S, and the set at the last of them."""
    P, T = value.shape
    best = np.full(1 << m, NEVER)
    last = np.full(1 << m, -1, np.int64)
    best[0] = 0.0
    for everyone in range(1, 1 << m):
        size = _count(everyone)
        table = size // k - 1
        if size % k or table >= T:
            continue
        for p in range(P):
            if everyone & sets[p] == sets[p]:
                total = best[everyone ^ sets[p]] + value[p, table]
                if total > best[everyone]:
                    best[everyone] = total
                    last[everyone] = p
    return best, last


@njit(**OPTIONS)
def _walk(worth, sets, allowed, may_sit, low, high, m, k, walks):
    """(n,): prices under which the bound is low; those of the lowest bound seen."""
    n, P = worth.shape
    T = allowed.shape[1]
    prices = np.empty(n)
    for i in range(n):
        prices[i] = 0.75 * worth[i].max()
    kept, lowest, pace, stalled = prices.copy(), np.inf, 1.0, 0
    for _ in range(walks):
        value = _values(worth, prices, allowed, may_sit, low, high)
        best, last = _share_out(value, sets, m, k)
        everyone = 0
        for subset in range(1 << m):
            if _count(subset) == k * T and (everyone == 0 or best[subset] > best[everyone]):
                everyone = subset
        bound = best[everyone] + prices.sum()
        if bound < lowest - 1.0:
            lowest, stalled = bound, 0
            kept[:] = prices
        else:
            stalled += 1
            if stalled > 15:
                pace, stalled = pace * 0.6, 0
                prices[:] = kept
                continue
        wanted = np.full(n, -1.0)  # by how many tables everybody is chosen, less the one there should be
        while everyone and last[everyone] >= 0:
            p = last[everyone]
            net = worth[:, p] - prices
            _choose(_count(everyone) // k - 1, np.argsort(-net), net, allowed, low, high, wanted)
            everyone ^= sets[p]
        length = (wanted * wanted).sum()
        if length == 0.0:
            break
        prices += pace * max(bound - GUESS * lowest, 1.0) / length * wanted
    return kept
