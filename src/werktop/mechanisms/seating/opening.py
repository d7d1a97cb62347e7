"""A good opening for a large gathering: who would meet whom if tables were no matter, made into tables.

Without tables the best meetings are a transport problem. Its prices tell which few entrepreneurs each candidate
would meet. Two entrepreneurs who share many of those candidates belong at one table, in different rounds with
different partners, and a candidate's entrepreneurs two by two in different rounds. A short annealing arranges
the entrepreneurs so; then every round's candidates are assigned exactly, given the other rounds.
"""

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .bound import Relaxation
from .chance import below, unit
from .layout import Layout
from .placing import RulesInForce, place_round, round_task

LEAST_CANDIDATES = 100  # below it the search finds as good an arrangement by itself
MOVES = 600_000
HOT, COLD = 5.0, 0.9  # in candidates served and entrepreneurs covered


def arrange_entrepreneurs(
    layout: Layout, relaxation: Relaxation, entrepreneur_seats: np.ndarray, rng: np.random.Generator
) -> None:
    """Changes `entrepreneur_seats` (R, m) so that those whom the same candidates want share a table.

    Only where `is_useful` says so; whoever is fixed, owns a table or rests stays where they are.
    """
    R, T, n, m = layout.shape
    worth = relaxation.worth
    _bound, price = relaxation.priced
    net = np.where(worth > 0, worth - price, -np.inf)
    most = min(m, int(relaxation.per_candidate.max()) + 1)
    best = np.argpartition(-net, most - 1, axis=1)[:, :most]
    wanted = np.zeros((n, m), bool)
    np.put_along_axis(wanted, best, np.isfinite(np.take_along_axis(net, best, axis=1)), axis=1)
    start, takers = _takers_of_pairs(wanted)
    chance = rng.integers(1, 2**63, 1, dtype=np.uint64)
    _pair_up(entrepreneur_seats, layout.entrepreneur_movable, start, takers, n, MOVES, chance)


def is_useful(layout: Layout) -> bool:
    """Whether the opening is made for this kind of problem."""
    R, T, n, m = layout.shape
    return bool(
        layout.problem.entrepreneurs_per_table == 2
        and n >= LEAST_CANDIDATES
        and T > 1
        and not layout.problem.previous
        and layout.affinity.any()
    )


def assign_candidates(
    layout: Layout,
    seats: np.ndarray,
    entrepreneur_seats: np.ndarray,
    rng: np.random.Generator,
    passes: int = 2,
) -> None:
    """Seats every round's candidates (R, n) anew by what a chair is worth, given the other rounds."""
    R, T, n, m = layout.shape
    sits = np.zeros((R, m, T))
    for r in range(R):
        at = np.flatnonzero(entrepreneur_seats[r] >= 0)
        sits[r, at, entrepreneur_seats[r, at]] = 1.0
    meets = np.zeros((R, n, m), bool)
    rules = RulesInForce.all_of(layout)
    for _turn in range(passes):
        for r in range(R):
            elsewhere = meets.any(axis=0) if _turn == 0 else np.delete(meets, r, axis=0).any(axis=0)
            liking = (layout.affinity * ~elsewhere) @ sits[r]
            task = round_task(layout, r, rules)
            placed = place_round(task, liking=liking / max(1.0, liking.max()), rng=rng, tries=2)
            if placed is not None:
                seats[r] = placed
            meets[r] = (seats[r][:, None] == entrepreneur_seats[r][None, :]) & (seats[r] >= 0)[:, None]


@njit(**OPTIONS)
def _takers_of_pairs(wanted):
    """For every ordered pair (e, f) the candidates who want both: takers[start[e * m + f] : start[e * m + f + 1]]."""
    n, m = wanted.shape
    start = np.zeros(m * m + 1, np.int64)
    for i in range(n):
        for e in range(m):
            if wanted[i, e]:
                for f in range(m):
                    if wanted[i, f] and e != f:
                        start[e * m + f + 1] += 1
    for q in range(m * m):
        start[q + 1] += start[q]
    filled = start.copy()
    takers = np.empty(start[m * m], np.int32)
    for i in range(n):
        for e in range(m):
            if wanted[i, e]:
                for f in range(m):
                    if wanted[i, f] and e != f:
                        takers[filled[e * m + f]] = i
                        filled[e * m + f] += 1
    return start, takers


@njit(inline="always", **OPTIONS)
def _count(e, f, r, by, start, takers, served, covered, m):
    """The pair (e, f) comes to (by 1) or leaves (-1) a table in round r: how many candidates more are served, and how many
    entrepreneurs more sit beside another whom the same candidate wants."""
    change = 0
    if e < 0 or f < 0:
        return 0
    for q in range(start[e * m + f], start[e * m + f + 1]):
        i = takers[q]
        gone = 0 if by < 0 else 1
        served[r, i] += by
        covered[i, e] += by
        covered[i, f] += by
        change += by * ((served[r, i] == gone) + (covered[i, e] == gone) + (covered[i, f] == gone))
    return change


@njit(**OPTIONS)
def _pair_up(seats, movable, start, takers, n, moves, chance):
    """Anneals who shares a table: in as many (candidate, round)s as can be a table has two whom one wants, and as many as
    can be of those whom one wants share a table with another of them in some round."""
    R, m = seats.shape
    partner = np.full((R, m), -1, np.int64)
    served, covered = np.zeros((R, n), np.int32), np.zeros((n, m), np.int32)
    for r in range(R):
        for e in range(m):
            for f in range(e + 1, m):
                if seats[r, e] >= 0 and seats[r, e] == seats[r, f]:
                    partner[r, e], partner[r, f] = f, e
                    _count(e, f, r, 1, start, takers, served, covered, m)
    for step in range(moves):
        heat = HOT * (COLD / HOT) ** (step / moves)
        r = below(chance, R)
        e, f = below(chance, m), below(chance, m)
        t, u = seats[r, e], seats[r, f]
        if t < 0 or u < 0 or t == u or not (movable[r, e] and movable[r, f]):
            continue
        p, q = partner[r, e], partner[r, f]
        gain = _count(e, p, r, -1, start, takers, served, covered, m) + _count(
            f, q, r, -1, start, takers, served, covered, m
        )
        gain += _count(e, q, r, 1, start, takers, served, covered, m) + _count(
            f, p, r, 1, start, takers, served, covered, m
        )
        if gain >= 0 or unit(chance) < np.exp(gain / heat):
            seats[r, e], seats[r, f] = u, t
            partner[r, e], partner[r, f] = q, p
            if q >= 0:
                partner[r, q] = e
            if p >= 0:
                partner[r, p] = f
        else:
            _count(e, q, r, -1, start, takers, served, covered, m)
            _count(f, p, r, -1, start, takers, served, covered, m)
            _count(e, p, r, 1, start, takers, served, covered, m)
            _count(f, q, r, 1, start, takers, served, covered, m)
