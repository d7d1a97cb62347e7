"""The largest stable matching by integer programming, one independent part of the market at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, maximum_flow

from .market import Market

MOST_PEOPLE = 800  # in one part: a gathering; above it no proof is sought by integer programming
SECONDS_TO_BEGIN = 2e-4  # for each wish: what writing the programme takes, with room to spare
NODES = 5_000  # branches when no time limit is known, so that the answer depends on the input alone


Rule = Literal["deferred acceptance", "maximum flow", "integer programming", "approximation"]


@dataclass(frozen=True)
class Reserves:
    """Talks kept for groups: for each (place, group) how many are left, and which pairs count for it."""

    left: list[int]
    pairs: list[list[int]]


@dataclass(frozen=True)
class Part:
    """An answer for one part: chosen pair rows, a proven bound on their number, whether all is proven, and how."""

    chosen: np.ndarray
    bound: int
    is_proven: bool
    rule: Rule


def parts(market: Market) -> list[np.ndarray]:
    """The rows of `market.pairs` split into parts that have nobody in common."""
    n, m, p = len(market.seats), len(market.chairs), len(market.pairs)
    graph = coo_array((np.ones(p), (market.pairs[:, 0], n + market.pairs[:, 1])), shape=(n + m, n + m))
    _, label = connected_components(graph.tocsr())
    of_pair = label[market.pairs[:, 0]]
    return [np.flatnonzero(of_pair == number) for number in np.unique(of_pair)]


def most_pairs(market: Market, rows: np.ndarray) -> int:
    """How many of these wishes could be met together if stability did not matter (maximum flow): a bound."""
    return _flow(market.pairs[rows], market.seats, market.chairs)


def most_served(market: Market, rows: np.ndarray, side: Literal[0, 1]) -> int:
    """How many of those without a talk (0 candidates, 1 places) could get one by these wishes: a bound likewise."""
    room = [market.seats, market.chairs]
    room[side] = np.minimum(room[side], ~(market.has_talk, market.has_guest)[side])
    return _flow(market.pairs[rows], *room)


def _flow(pairs: np.ndarray, seats: np.ndarray, chairs: np.ndarray) -> int:
    here, i = np.unique(pairs[:, 0], return_inverse=True)
    there, e = np.unique(pairs[:, 1], return_inverse=True)
    n, m = len(here), len(there)
    source, sink = n + m, n + m + 1
    capacity = np.concatenate([np.ones(len(pairs)), seats[here], chairs[there]]).astype(np.int32)
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
    goal = Goal(market, rows, reserves)
    ceiling = goal.most[0]
    if goal.is_proven(start):
        return goal.proven(start)
    people = sum(len(np.unique(market.pairs[rows, s])) for s in (0, 1))
    if people > MOST_PEOPLE or (seconds_left is not None and seconds_left() <= SECONDS_TO_BEGIN * len(rows)):
        return Part(start, ceiling, False, "approximation")
    model = _Model(goal)
    best, bound, proven = start, ceiling, len(start) == ceiling
    if not proven:
        found, bound, proven = model.maximise(model.size_weights(), seconds_left, at_least=len(start))
        bound = min(bound, ceiling)
        if found is not None and len(found) > len(best):
            best = found
        proven = proven or len(best) == bound
    if not proven:
        return Part(best, bound, False, "approximation")
    if not goal.is_reached(best):
        found, _, proven = model.maximise(model.kindness_weights(), seconds_left, at_least=len(best))
        if found is not None and goal.kindness(found) > goal.kindness(best):
            best = found
    return Part(best, len(best), proven, "integer programming" if proven else "approximation")


class Goal:
    """What is wanted of the wishes in `rows`, and proven bounds on it: `most` pairs, candidates and places that get a talk.
    Between matchings of one size few candidates, then few places without a talk, then reserves used decide."""

    def __init__(self, market: Market, rows: np.ndarray, reserves: Reserves):
        self.market, self.rows = market, rows
        position = {int(row): x for x, row in enumerate(rows)}
        self.reserved: list[tuple[int, list[int]]] = []
        for left, members in zip(reserves.left, reserves.pairs, strict=True):
            here = [position[row] for row in members if row in position]
            if here and left > 0:
                self.reserved.append((left, here))
        self.without = tuple(
            [who for who in np.unique(market.pairs[rows, s]).tolist() if not served[who]]
            for s, served in enumerate((market.has_talk, market.has_guest))
        )
        self.most_used = sum(min(left, len(here)) for left, here in self.reserved)
        self.place = 1 + self.most_used
        """What a place without a talk weighs against a reserve used, and then a candidate."""
        self.candidate = self.place * (1 + len(self.without[1]))
        self.most = most_pairs(market, rows), most_served(market, rows, 0), most_served(market, rows, 1)

    def is_proven(self, chosen: np.ndarray) -> bool:
        """Whether these pairs (rows) reach all that the bounds allow."""
        return len(chosen) == self.most[0] and self.is_reached(chosen)

    def proven(self, chosen: np.ndarray) -> Part:
        """The answer, where that is so."""
        return Part(chosen, self.most[0], True, "maximum flow")

    def kindness(self, chosen: np.ndarray) -> int:
        """How well these pairs (rows) do, apart from their number; more is better."""
        pairs = self.market.pairs[chosen]
        alone, empty = (len(set(self.without[s]).difference(pairs[:, s].tolist())) for s in (0, 1))
        taken = set(chosen.tolist())
        used = sum(min(left, sum(int(self.rows[x]) in taken for x in here)) for left, here in self.reserved)
        return int(used - self.candidate * alone - self.place * empty)

    def is_reached(self, chosen: np.ndarray) -> bool:
        """Whether no matching does better, as a flow on either side and the number of reserves prove."""
        alone, empty = (len(self.without[s]) - self.most[1 + s] for s in (0, 1))
        return self.kindness(chosen) == self.most_used - self.candidate * alone - self.place * empty


class _Model:
    """Variables: a chosen pair x; "filled with people at least as good as this tier" per person and tier
    (f, g); a person without a talk (u, v); a reserve used (w). Stability: every wish is chosen, or one side
    is filled with people at least as good."""

    def __init__(self, goal: Goal):
        market, rows = goal.market, goal.rows
        self.goal, self.rows = goal, rows
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
        self.without = [self._without(pairs[:, s], goal.without[s]) for s in (0, 1)]
        self.used = []
        for left, here in goal.reserved:
            used = self._variable(min(left, len(here)), whole=False)
            self._constrain([(used, 1.0), *((x, -1.0) for x in here)], -np.inf, 0)
            self.used.append(used)

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

    def _without(self, person: np.ndarray, people: list[int]) -> list[int]:
        """For each of these people a variable that is 1 where no wish of theirs is chosen."""
        variables = []
        for who in people:
            left_out = self._variable(1.0, whole=False)
            terms = [(int(x), 1.0) for x in np.flatnonzero(person == who)]
            self._constrain([(left_out, 1.0), *terms], 1, np.inf)
            variables.append(left_out)
        return variables

    def size_weights(self) -> np.ndarray:
        """One for each pair."""
        weights = np.zeros(len(self.upper))
        weights[: self.p] = 1
        return weights

    def kindness_weights(self) -> np.ndarray:
        """What `Goal.kindness` counts."""
        weights = np.zeros(len(self.upper))
        weights[self.without[0]] = -self.goal.candidate
        weights[self.without[1]] = -self.goal.place
        weights[self.used] = 1
        return weights

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
