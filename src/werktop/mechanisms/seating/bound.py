"""A proven upper bound on what any seating can reach."""

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array, vstack

from .layout import Layout

EXACT_UP_TO = 12_000  # pairs; above it the linear programme takes longer than the search itself


def upper_bound(layout: Layout) -> tuple[int, str]:
    """(bound, how): the best of the relaxation in which every candidate meets at most as many entrepreneurs
    as sit at the tables of the rounds attended, every entrepreneur at most as many candidates as fit at a
    table in the rounds attended, and pairs that can never share a table do not meet; less the repeated pairs
    that cannot be avoided. "flow": solved exactly; "prices": a dual solution of it, still proven.
    """
    R, T, n, m = layout.shape
    k = layout.problem.entrepreneurs_per_table
    value, how = 0, "flow"
    if n and m and layout.affinity.any():
        pins = layout.entrepreneur_pinned
        facts = [int(np.bincount(p[p >= 0], minlength=1).max()) for p in pins]
        per_candidate = (layout.present * np.maximum(k, facts)[:, None]).sum(axis=0)
        fullest = layout.high.max(axis=1)
        per_entrepreneur = (layout.entrepreneur_present * fullest[:, None]).sum(axis=0)
        worth = np.where(_can_meet(layout), layout.affinity, 0)
        if n * m <= EXACT_UP_TO:
            value = _flow(worth, per_candidate, per_entrepreneur)
        else:
            value, how = _prices(worth, per_candidate, per_entrepreneur), "prices"
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
        low, high = layout.low[r].astype(int), layout.high[r].astype(int)
        at = np.sort(np.where(high > low, low, high))
        sizes[r] = int((at * (at - 1) // 2).sum())
        left = int(layout.present[r].sum()) - int(at.sum())
        sizes[r] += int(np.sort(low[high > low])[:left].sum()) if left > 0 else 0
        groups = np.bincount(layout.group[layout.present[r]], minlength=1)
        companions += int((groups * (groups - 1) // 2).sum())
    groups = np.bincount(layout.group, minlength=1)
    strangers = n * (n - 1) // 2 - int((groups * (groups - 1) // 2).sum())
    return max(0, int(sizes.sum()) - companions - strangers)


def _flow(worth: np.ndarray, per_candidate: np.ndarray, per_entrepreneur: np.ndarray) -> int:
    """The transport relaxation by linear programming (HiGHS); its optimum is a whole number."""
    n, m = worth.shape
    i, j = np.nonzero(worth)
    if len(i) == 0:
        return 0
    one, column = np.ones(len(i)), np.arange(len(i))
    rows = vstack(
        [coo_array((one, (i, column)), shape=(n, len(i))), coo_array((one, (j, column)), shape=(m, len(i)))]
    )
    limits = np.concatenate([per_candidate, per_entrepreneur])
    answer = linprog(-worth[i, j], A_ub=rows.tocsr(), b_ub=limits, bounds=(0, 1), method="highs-ds")
    return (
        int(np.floor(-answer.fun + 1e-6))
        if answer.status == 0
        else _prices(worth, per_candidate, per_entrepreneur)
    )


def _prices(
    worth: np.ndarray, per_candidate: np.ndarray, per_entrepreneur: np.ndarray, rounds: int = 300
) -> int:
    """Lagrangian dual: a price per entrepreneur, every candidate takes the best that is left after prices.

    Any prices give a proven bound; a subgradient walk of fixed length lowers it to about a thousandth.
    """
    n, m = worth.shape
    price = np.zeros(m)
    best = np.inf
    most = int(min(m, per_candidate.max(initial=0)))
    if most == 0:
        return 0
    rank = np.arange(most)[None, :] < per_candidate[:, None]
    step = float(worth.max()) / 8
    for _turn in range(rounds):
        net = worth - price
        top = np.argpartition(-net, most - 1, axis=1)[:, :most]
        gains = np.take_along_axis(net, top, axis=1)
        order = np.argsort(-gains, axis=1)
        gains = np.take_along_axis(gains, order, axis=1)
        taken = rank & (gains > 0)
        value = float((gains * taken).sum() + (price * per_entrepreneur).sum())
        best = min(best, value)
        demand = np.bincount(np.take_along_axis(top, order, axis=1)[taken], minlength=m)
        excess = (demand - per_entrepreneur) / max(1.0, float(per_entrepreneur.max()))
        price = np.maximum(0.0, price + step * excess)
        step *= 0.98
    return int(np.floor(best + 1e-6))
