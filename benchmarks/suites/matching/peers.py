"""What is measured beside us: general solvers on the same question, and libraries for strict lists."""

import numpy as np
from algmatch import HospitalResidentsProblem
from matching.games import HospitalResident
from numba import njit
from ortools.sat.python import cp_model
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from werktop.mechanisms.matching import Problem
from werktop.mechanisms.matching.market import Market, open_market


class _Rules:
    """The question as any solver takes it: one yes or no for each mutual wish; a person may be "full with at least as
    good" down to a tier; every wish is met, or one of its two people is full so."""

    def __init__(self, problem: Problem):
        self.market: Market = open_market(problem)
        self.p = len(self.market.pairs)
        self.full: list[tuple[list[int], int]] = []
        self.most: list[tuple[list[int], int]] = []
        full_of = np.zeros((self.p, 2), int)
        for side, room in ((0, self.market.seats), (1, self.market.chairs)):
            for who in np.unique(self.market.pairs[:, side]):
                mine = np.flatnonzero(self.market.pairs[:, side] == who)
                self.most.append((mine.tolist(), int(room[who])))
                for tier in np.unique(self.market.ranks[mine, side]):
                    good = mine[self.market.ranks[mine, side] <= tier]
                    full_of[mine[self.market.ranks[mine, side] == tier], side] = len(self.full)
                    self.full.append((good.tolist(), int(room[who])))
        self.stable = [(x, *full_of[x].tolist()) for x in range(self.p)]


def by_cp_sat(problem: Problem, seconds: float) -> tuple[int, int]:
    """(pairs found, proven bound) of OR-Tools CP-SAT on one worker."""
    rules, model = _Rules(problem), cp_model.CpModel()
    met = [model.new_bool_var("") for _ in range(rules.p)]
    full = [model.new_bool_var("") for _ in rules.full]
    for mine, room in rules.most:
        model.add(sum(met[x] for x in mine) <= room)
    for f, (good, room) in zip(full, rules.full, strict=True):
        model.add(sum(met[x] for x in good) >= room).only_enforce_if(f)
    for x, f, g in rules.stable:
        model.add_bool_or(met[x], full[f], full[g])
    model.maximize(sum(met))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = seconds, 1
    found = solver.solve(model)
    size = int(solver.objective_value) if found in (cp_model.OPTIMAL, cp_model.FEASIBLE) else 0
    return size, int(solver.best_objective_bound + 1e-6)


def by_highs(problem: Problem, seconds: float) -> tuple[int, int]:
    """(pairs found, proven bound) of HiGHS, as SciPy calls it."""
    rules = _Rules(problem)
    n, entries, least = rules.p + len(rules.full), [], []

    def at_least(terms: list[tuple[int, float]], number: float) -> None:
        entries.extend((len(least), column, value) for column, value in terms)
        least.append(number)

    for mine, room in rules.most:
        at_least([(x, -1) for x in mine], -room)
    for f, (good, room) in enumerate(rules.full):
        at_least([(rules.p + f, -room), *((x, 1) for x in good)], 0)
    for x, f, g in rules.stable:
        at_least([(x, 1), (rules.p + f, 1), (rules.p + g, 1)], 1)
    row, column, value = map(np.array, zip(*entries, strict=True))
    answer = milp(
        -np.concatenate([np.ones(rules.p), np.zeros(len(rules.full))]),
        integrality=np.ones(n),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(
            coo_array((value, (row, column)), (len(least), n)).tocsr(), least, np.inf
        ),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    bound = rules.p if answer.mip_dual_bound is None else min(rules.p, int(-answer.mip_dual_bound + 1e-6))
    return (0 if answer.x is None else round(-answer.fun)), bound


@njit(cache=True)
def by_plain_deferred_acceptance(wants, ranks, capacities):
    """Gale and Shapley as in a textbook, compiled: one person at a time from a stack, the worst at a place on top of a
    heap."""
    n, length = wants.shape
    first = np.zeros(capacities.size + 1, np.int64)
    for p in range(capacities.size):
        first[p + 1] = first[p] + capacities[p]
    held, rank_held = np.empty(first[-1], np.int32), np.empty(first[-1], np.int64)
    count, choice = np.zeros(capacities.size, np.int32), np.zeros(n, np.int32)
    place = np.full(n, -1, np.int32)
    for start in range(n):
        i = start
        while i >= 0 and choice[i] < length and wants[i, choice[i]] >= 0:
            p, mine = wants[i, choice[i]], np.int64(ranks[i, choice[i]])
            choice[i] += 1
            base, j, out = first[p], 0, -1
            if count[p] < capacities[p]:
                j = count[p]
                count[p] += 1
                while j > 0 and rank_held[base + (j - 1) // 2] < mine:
                    held[base + j], rank_held[base + j] = (
                        held[base + (j - 1) // 2],
                        rank_held[base + (j - 1) // 2],
                    )
                    j = (j - 1) // 2
            elif capacities[p] and mine < rank_held[base]:
                out = held[base]
                while True:
                    below = 2 * j + 1
                    if below >= count[p]:
                        break
                    if below + 1 < count[p] and rank_held[base + below + 1] > rank_held[base + below]:
                        below += 1
                    if rank_held[base + below] <= mine:
                        break
                    held[base + j], rank_held[base + j] = held[base + below], rank_held[base + below]
                    j = below
            else:
                continue
            held[base + j], rank_held[base + j] = i, mine
            place[i] = p
            if out >= 0:
                place[out] = -1
            i = out
    return place


def _lists(
    wants: np.ndarray, ranks: np.ndarray, places: int
) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    who, k = np.nonzero(wants >= 0)
    order = np.lexsort((ranks[who, k], wants[who, k]))
    theirs: dict[int, list[int]] = {p: [] for p in range(places)}
    for i, p in zip(who[order].tolist(), wants[who, k][order].tolist(), strict=True):
        theirs[p].append(i)
    return dict(enumerate(wants.tolist())), theirs


def by_algmatch(wants: np.ndarray, ranks: np.ndarray, capacities: np.ndarray) -> int:
    """How many are placed by the package algmatch."""
    mine, theirs = _lists(wants, ranks, len(capacities))
    problem = HospitalResidentsProblem(
        dictionary={
            "residents": {i + 1: [p + 1 for p in liked] for i, liked in mine.items()},
            "hospitals": {
                p + 1: {"capacity": int(capacities[p]), "preferences": [i + 1 for i in liked]}
                for p, liked in theirs.items()
            },
        }
    )
    return sum(bool(place) for place in problem.get_stable_matching()["resident_sided"].values())


def by_matching(wants: np.ndarray, ranks: np.ndarray, capacities: np.ndarray) -> int:
    """How many are placed by the package matching."""
    mine, theirs = _lists(wants, ranks, len(capacities))
    game = HospitalResident.create_from_dictionaries(
        {f"c{i}": [f"p{p}" for p in liked] for i, liked in mine.items()},
        {f"p{p}": [f"c{i}" for i in liked] for p, liked in theirs.items() if liked},
        {f"p{p}": int(capacities[p]) for p, liked in theirs.items() if liked},
    )
    return sum(len(people) for people in game.solve().values())
