"""A proven upper bound on what any seating can reach."""

from functools import cached_property
from heapq import heapify, heappop, heappush

import numpy as np
from numba import njit
from scipy.optimize import linprog
from scipy.sparse import coo_array, vstack

from ..compiling import OPTIONS
from .layout import Layout

EXACT_UP_TO = 12_000  # pairs; above it the linear programme takes longer than the search itself


class Relaxation:
    """The transport relaxation of a layout: every candidate meets at most as many entrepreneurs as sit at the tables of
    the rounds attended (per_candidate, (n,)), every entrepreneur at most as many candidates as fit at a table in the
    rounds attended (per_entrepreneur, (m,)), and pairs that can never share a table do not meet (worth, (n, m): 0)."""

    def __init__(self, layout: Layout) -> None:
        pins = layout.entrepreneur_pinned
        k = layout.problem.entrepreneurs_per_table
        facts = [int(np.bincount(p[p >= 0], minlength=1).max()) for p in pins]
        fullest = layout.high.max(axis=1)
        self.per_candidate = (layout.present * np.maximum(k, facts)[:, None]).sum(axis=0)
        self.per_entrepreneur = (layout.entrepreneur_present * fullest[:, None]).sum(axis=0)
        self.worth = np.where(_can_meet(layout), layout.affinity, 0)

    @cached_property
    def priced(self) -> tuple[int, np.ndarray]:
        """Its bound by prices and the price of every entrepreneur (see `prices`); worked out once."""
        return prices(self.worth, self.per_candidate, self.per_entrepreneur)


def upper_bound(layout: Layout, relaxation: Relaxation) -> tuple[int, str]:
    """(bound, how): the best of the layout's relaxation, less the repeated pairs that cannot be avoided.

    "flow": solved exactly; "prices": a dual solution of it, still proven.
    """
    R, T, n, m = layout.shape
    value, how = 0, "flow"
    if n and m and layout.affinity.any():
        exact = _flow(relaxation) if n * m <= EXACT_UP_TO else None
        value, how = (relaxation.priced[0], "prices") if exact is None else (exact, "flow")
    return value - layout.problem.repeat_penalty * _repeats_that_must_be(layout), how


def _can_meet(layout: Layout) -> np.ndarray:
    """(n, m): whether a candidate may ever sit at a table where this entrepreneur may sit."""
    R, T, n, m = layout.shape
    can = np.zeros((n, m), bool)
    for r in range(R):
        candidate_at = layout.allowed & layout.present[r][:, None]
        pinned = layout.present[r] & (layout.pinned[r] >= 0)
        candidate_at[pinned] = np.arange(T)[None, :] == layout.pinned[r][pinned][:, None]
        guest_at = np.ones((m, T), bool)
        owner = layout.own_table >= 0
        guest_at[owner] = np.arange(T)[None, :] == layout.own_table[owner][:, None]
        held = layout.entrepreneur_pinned[r] >= 0
        guest_at[held] = np.arange(T)[None, :] == layout.entrepreneur_pinned[r][held][:, None]
        guest_at &= layout.entrepreneur_present[r][:, None]
        can |= (candidate_at.astype(np.float32) @ guest_at.T.astype(np.float32)) > 0
    return can


def _repeats_that_must_be(layout: Layout) -> int:
    """Repeated pairs that no seating avoids, because there are not enough different pairs."""
    R, T, n, m = layout.shape
    sizes = np.zeros(R, int)
    companions = 0
    for r in range(R):
        sizes[r] = _least_pairs(layout.low[r], layout.high[r], int(layout.present[r].sum()))
        groups = np.bincount(layout.group[layout.present[r]], minlength=1)
        companions += int((groups * (groups - 1) // 2).sum())
    groups = np.bincount(layout.group, minlength=1)
    strangers = n * (n - 1) // 2 - int((groups * (groups - 1) // 2).sum())
    return max(0, int(sizes.sum()) - companions - strangers)


def _least_pairs(low: np.ndarray, high: np.ndarray, people: int) -> int:
    """The least pairs at one table that so many people make at tables of these sizes: whoever is left over where all have
    their least goes to the smallest that has room, one by one (each makes as many pairs as sit there)."""
    at = np.minimum(low, high).astype(int).tolist()
    pairs = sum(x * (x - 1) // 2 for x in at)
    open_to_more = [(x, int(most)) for x, most in zip(at, high, strict=True) if most > x]
    heapify(open_to_more)
    for _ in range(people - sum(at)):
        if not open_to_more:
            break
        size, most = heappop(open_to_more)
        pairs += size
        if size + 1 < most:
            heappush(open_to_more, (size + 1, most))
    return pairs


def _flow(relaxation: Relaxation) -> int | None:
    """The relaxation's optimum, a whole number, by linear programming (HiGHS); None where it is not found."""
    worth = relaxation.worth
    n, m = worth.shape
    i, j = np.nonzero(worth)
    if len(i) == 0:
        return 0
    one, column = np.ones(len(i)), np.arange(len(i))
    rows = vstack(
        [coo_array((one, (i, column)), shape=(n, len(i))), coo_array((one, (j, column)), shape=(m, len(i)))]
    )
    limits = np.concatenate([relaxation.per_candidate, relaxation.per_entrepreneur])
    answer = linprog(-worth[i, j], A_ub=rows.tocsr(), b_ub=limits, bounds=(0, 1), method="highs-ds")
    return int(np.floor(-answer.fun + 1e-6)) if answer.status == 0 else None


def prices(
    worth: np.ndarray, per_candidate: np.ndarray, per_entrepreneur: np.ndarray, rounds: int = 300
) -> tuple[int, np.ndarray]:
    """Lagrangian dual of the transport relaxation: (proven bound, a price per entrepreneur (m,)).

    Every candidate takes the best that is left after prices; any prices give a proven bound, a subgradient walk
    of fixed length lowers it to about a thousandth above the optimum.
    """
    if worth.size == 0 or per_candidate.max(initial=0) == 0:
        return 0, np.zeros(worth.shape[1])
    bound, price = _walk(
        np.ascontiguousarray(worth, np.float64),
        np.asarray(per_candidate, np.int64),
        np.asarray(per_entrepreneur, np.float64),
        rounds,
    )
    return int(np.floor(bound + 1e-6)), price


@njit(**OPTIONS)
def _walk(worth, per_candidate, per_entrepreneur, rounds):
    n, m = worth.shape
    price, best_price = np.zeros(m), np.zeros(m)
    best = np.inf
    step, fullest = worth.max() / 8.0, max(1.0, per_entrepreneur.max())
    demand = np.empty(m)
    for _ in range(rounds):
        demand[:] = 0.0
        value = 0.0
        for i in range(n):
            count = min(m, per_candidate[i])
            if count == 0:
                continue
            net = worth[i] - price
            least = max(np.partition(net, m - count)[m - count], 0.0)
            taken = 0
            for e in range(m):
                if net[e] > least:
                    value += net[e]
                    demand[e] += 1.0
                    taken += 1
            for e in range(m):  # ties at the margin, as many as are left
                if taken < count and net[e] == least and least > 0.0:
                    value += net[e]
                    demand[e] += 1.0
                    taken += 1
        for e in range(m):
            value += price[e] * per_entrepreneur[e]
        if value < best:
            best = value
            best_price[:] = price
        for e in range(m):
            price[e] = max(0.0, price[e] + step * (demand[e] - per_entrepreneur[e]) / fullest)
        step *= 0.98
    return best, best_price
