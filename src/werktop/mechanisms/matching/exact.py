"""The largest stable matching by integer programming, one independent part of the market at a time."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, maximum_flow

from .market import Market

MOST_PAIRS = 6_000  # in one part; above it a proof does not come within seconds
NODES = 5_000  # branches when no time limit is known, so that the answer depends on the input alone


@dataclass(frozen=True)
class Reserves:
    """Talks kept for groups: for each (place, group) how many are left, and which pairs count for it."""

    left: list[int]
    pairs: list[list[int]]


@dataclass(frozen=True)
class Part:
    """An answer for one part: chosen pair rows, a proven bound on their number, and whether all is proven."""

    chosen: np.ndarray
    bound: int
    is_proven: bool


def parts(market: Market) -> list[np.ndarray]:
    """The rows of `market.pairs` split into parts that have nobody in common."""
    n, m, p = len(market.seats), len(market.chairs), len(market.pairs)
    graph = coo_array((np.ones(p), (market.pairs[:, 0], n + market.pairs[:, 1])), shape=(n + m, n + m))
    _, label = connected_components(graph.tocsr(), directed=False)
    of_pair = label[market.pairs[:, 0]]
    return [np.flatnonzero(of_pair == number) for number in np.unique(of_pair)]


def most_pairs(market: Market, rows: np.ndarray) -> int:
    """How many of these wishes could be met together if stability did not matter (maximum flow): a bound."""
    n, m = len(market.seats), len(market.chairs)
    i, e = market.pairs[rows].T
    source, sink = n + m, n + m + 1
    ones = np.ones(len(rows), np.int32)
    capacity = np.concatenate([ones, market.seats, market.chairs]).astype(np.int32)
    start = np.concatenate([i, np.full(n, source), n + np.arange(m)])
    end = np.concatenate([n + e, np.arange(n), np.full(m, sink)])
    graph = coo_array((capacity, (start, end)), shape=(n + m + 2, n + m + 2)).tocsr()
    return int(maximum_flow(graph, source, sink).flow_value)


def solve_part(
    market: Market,
    rows: np.ndarray,
    start: np.ndarray,
    reserves: Reserves,
    seconds_left: Callable[[], float] | None,
) -> Part:
    """The best stable matching among `rows`: most pairs, then fewest candidates, then places without a talk,
    then most reserves used. `start` is a stable matching (rows) to fall back on; when time runs out the best
    proven so far is returned with the bound that was proven.
    """
    ceiling = most_pairs(market, rows)
    model = _Model(market, rows, reserves)
    if len(rows) > MOST_PAIRS or (seconds_left is not None and seconds_left() <= 0):
        return Part(start, ceiling, len(start) == ceiling and model.is_best_without_search(start))
    best, bound, proven = start, ceiling, len(start) == ceiling
    if not proven:
        found, bound, proven = model.maximise(model.size_weights(), seconds_left, at_least=len(start))
        bound = min(bound, ceiling)
        if found is not None and len(found) >= len(best):
            best = found
        proven = proven or len(best) == bound
    if not proven:
        return Part(best, bound, False)
    if model.is_best_without_search(best):
        return Part(best, len(best), True)
    found, _, proven = model.maximise(model.kindness_weights(), seconds_left, at_least=len(best))
    if found is not None and model.kindness(found) >= model.kindness(best):
        best = found
    return Part(best, len(best), proven)


class _Model:
    """Variables: a chosen pair x; "filled with people at least as good as this tier" per person and tier
    (f, g); a person without a talk (u, v); a reserve used (w). Stability: every wish is chosen, or one side
    is filled with people at least as good."""

    def __init__(self, market: Market, rows: np.ndarray, reserves: Reserves):
        self.rows = rows
        self.market = market
        self.p = len(rows)
        self.entries: list[tuple[int, int, float]] = []
        self.least: list[float] = []
        self.most: list[float] = []
        self.upper = [1.0] * self.p
        self.whole = [1] * self.p
        pairs = market.pairs[rows]
        filled = [
            self._filled(pairs[:, s], market.ranks[rows, s], (market.seats, market.chairs)[s]) for s in (0, 1)
        ]
        for x in range(self.p):
            one = (market.seats[pairs[x, 0]] == 1, market.chairs[pairs[x, 1]] == 1)
            weight = -1.0 if all(one) else 0.0 if any(one) else 1.0
            terms = [(filled[0][x], 1.0), (filled[1][x], 1.0)]
            self._constrain(terms + ([(x, weight)] if weight else []), 1, np.inf)
        self.without_talk = self._without(pairs[:, 0], market.has_talk)
        self.without_guest = self._without(pairs[:, 1], market.has_guest)
        position = {int(row): x for x, row in enumerate(rows)}
        self.reserved: list[tuple[int, int, list[int]]] = []
        for left, members in zip(reserves.left, reserves.pairs, strict=True):
            here = [position[row] for row in members if row in position]
            if here and left > 0:
                used = self._variable(min(left, len(here)), whole=False)
                self._constrain([(used, 1.0), *((x, -1.0) for x in here)], -np.inf, 0)
                self.reserved.append((used, left, here))

    def _variable(self, upper: float, *, whole: bool) -> int:
        self.upper.append(upper)
        self.whole.append(int(whole))
        return len(self.upper) - 1

    def _constrain(self, terms: list[tuple[int, float]], least: float, most: float) -> None:
        self.entries.extend((len(self.least), column, value) for column, value in terms)
        self.least.append(least)
        self.most.append(most)

    def _filled(self, person: np.ndarray, rank: np.ndarray, capacity: np.ndarray) -> list[int]:
        """For every pair the variable "this person is filled with people at least as good"."""
        of_pair = [-1] * self.p
        for who in np.unique(person):
            mine = np.flatnonzero(person == who)
            room = int(capacity[who])
            self._constrain([(int(x), 1.0) for x in mine], 0, room)
            for tier in np.unique(rank[mine]):
                good = [int(x) for x in mine[rank[mine] <= tier]]
                filled = self._variable(1.0 if len(good) >= room else 0.0, whole=room > 1)
                self._constrain([(filled, float(room)), *((x, -1.0) for x in good)], -np.inf, 0)
                for x in mine[rank[mine] == tier]:
                    of_pair[x] = filled
        return of_pair

    def _without(self, person: np.ndarray, served: np.ndarray) -> list[int]:
        variables = []
        for who in np.unique(person):
            if not served[who]:
                left_out = self._variable(1.0, whole=False)
                terms = [(int(x), 1.0) for x in np.flatnonzero(person == who)]
                self._constrain([(left_out, 1.0), *terms], 1, np.inf)
                variables.append(left_out)
        return variables

    def size_weights(self) -> np.ndarray:
        weights = np.zeros(len(self.upper))
        weights[: self.p] = 1
        return weights

    def _scales(self) -> tuple[int, int]:
        """What one place, and one candidate, without a talk weighs against a reserve used."""
        place = 1 + sum(min(left, len(here)) for _, left, here in self.reserved)
        return place, place * (1 + len(self.without_guest))

    def kindness_weights(self) -> np.ndarray:
        weights = np.zeros(len(self.upper))
        place, candidate = self._scales()
        weights[self.without_talk] = -candidate
        weights[self.without_guest] = -place
        weights[[used for used, _, _ in self.reserved]] = 1
        return weights

    def kindness(self, chosen: np.ndarray) -> int:
        """The value of `kindness_weights` for a matching (pair rows)."""
        pairs = self.market.pairs[chosen]
        place, candidate = self._scales()
        alone = len(self.without_talk) - (~self.market.has_talk[np.unique(pairs[:, 0])]).sum()
        empty = len(self.without_guest) - (~self.market.has_guest[np.unique(pairs[:, 1])]).sum()
        taken = set(chosen.tolist())
        used = sum(
            min(left, sum(int(self.rows[x]) in taken for x in here)) for _, left, here in self.reserved
        )
        return int(used - candidate * alone - place * empty)

    def is_best_without_search(self, chosen: np.ndarray) -> bool:
        """Whether nobody is without a talk and every reserve is used, so that nothing is left to gain."""
        return self.kindness(chosen) == sum(min(left, len(here)) for _, left, here in self.reserved)

    def maximise(
        self, weights: np.ndarray, seconds_left: Callable[[], float] | None, *, at_least: int
    ) -> tuple[np.ndarray | None, int, bool]:
        """(chosen pair rows or None, proven bound on the objective, whether it is reached)."""
        row, column, value = (np.array(x) for x in zip(*self.entries, strict=True))
        height = len(self.least)
        row = np.concatenate([row, np.full(self.p, height)])
        column = np.concatenate([column, np.arange(self.p)])
        value = np.concatenate([value, np.ones(self.p)])
        matrix = coo_array((value, (row, column)), shape=(height + 1, len(weights))).tocsr()
        options: dict[str, float] = {"mip_rel_gap": 0.0}
        if seconds_left is None:
            options["node_limit"] = NODES
        else:
            options["time_limit"] = max(0.005, seconds_left())
        answer = milp(
            -weights,
            integrality=np.array(self.whole),
            bounds=Bounds(0, np.array(self.upper)),
            constraints=LinearConstraint(matrix, [*self.least, at_least], [*self.most, np.inf]),
            options=options,
        )
        dual = getattr(answer, "mip_dual_bound", None)
        bound = int(np.floor(-dual + 1e-6)) if dual is not None and np.isfinite(dual) else 2**31
        chosen = None if answer.x is None else self.rows[answer.x[: self.p] > 0.5]
        return chosen, bound, answer.status == 0
