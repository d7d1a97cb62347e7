"""What is measured beside us: general solvers on the same question, with the same rules and the same sum."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from ortools.sat.python import cp_model
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from werktop.mechanisms.seating import Problem


@dataclass(frozen=True)
class _Sizes:
    rounds: int
    tables: int
    candidates: int
    entrepreneurs: int


class _Programme:
    """The question as a list of yes-or-no variables, what each is worth, and sums of them that have bounds.

    x: candidate i sits at table t in round r; y: an entrepreneur does; w: both; met: they ever do; twice: two candidates
    share a table once more.
    """

    def __init__(self, problem: Problem):
        self.worth: list[int] = []
        self.rows: list[tuple[list[tuple[int, int]], float, float]] = []
        shape = _Sizes(
            problem.rounds, len(problem.tables), len(problem.candidates), len(problem.entrepreneurs)
        )
        x = self._grid(shape.rounds, shape.candidates, shape.tables)
        y = self._grid(shape.rounds, shape.entrepreneurs, shape.tables)
        self._seats(problem, shape, x, y)
        self._meetings(problem, shape, x, y)
        self._repeats(problem, shape, x)

    def _grid(self, *shape: int, worth: int = 0) -> np.ndarray:
        start = len(self.worth)
        self.worth += [worth] * int(np.prod(shape))
        return np.arange(start, len(self.worth)).reshape(shape)

    def _sum(self, terms: list[tuple[int, int]], least: float, most: float) -> None:
        self.rows.append((terms, least, most))

    def _seats(self, problem: Problem, shape: _Sizes, x: np.ndarray, y: np.ndarray) -> None:
        least, most = shape.candidates // shape.tables, -(-shape.candidates // shape.tables)
        place = {c.id: i for i, c in enumerate(problem.candidates)}
        number = {t.id: k for k, t in enumerate(problem.tables)}
        for r in range(shape.rounds):
            for i, candidate in enumerate(problem.candidates):
                fits = [
                    t
                    for t, table in enumerate(problem.tables)
                    if candidate.languages & table.languages and (table.step_free or not candidate.step_free)
                ]
                self._sum([(x[r, i, t], 1) for t in fits], 1, 1)
                self._sum([(x[r, i, t], 1) for t in range(shape.tables) if t not in fits], 0, 0)
            for e, entrepreneur in enumerate(problem.entrepreneurs):
                own = entrepreneur.own_table
                self._sum([(y[r, e, t], 1) for t in range(shape.tables)], own is not None, 1)
                if own is not None:
                    self._sum([(y[r, e, number[own]], 1)], 1, 1)
            for t in range(shape.tables):
                self._sum([(x[r, i, t], 1) for i in range(shape.candidates)], least, most)
                k = problem.entrepreneurs_per_table
                self._sum([(y[r, e, t], 1) for e in range(shape.entrepreneurs)], k, k)
                for one, other in problem.apart:
                    self._sum([(x[r, place[one], t], 1), (x[r, place[other], t], 1)], 0, 1)
                for one, other in problem.together:
                    self._sum([(x[r, place[one], t], 1), (x[r, place[other], t], -1)], 0, 0)

    def _meetings(self, problem: Problem, shape: _Sizes, x: np.ndarray, y: np.ndarray) -> None:
        for i in range(shape.candidates):
            for e in range(shape.entrepreneurs):
                both = self._grid(shape.rounds, shape.tables)
                met = int(self._grid(1, worth=int(problem.affinity[i][e]))[0])
                for r in range(shape.rounds):
                    for t in range(shape.tables):
                        for part in (x[r, i, t], y[r, e, t]):
                            self._sum([(both[r, t], 1), (part, -1)], -np.inf, 0)
                self._sum([(met, 1), *((one, -1) for one in both.ravel())], -np.inf, 0)

    def _repeats(self, problem: Problem, shape: _Sizes, x: np.ndarray) -> None:
        if shape.rounds < 2:
            return
        for i, j in combinations(range(shape.candidates), 2):
            share = self._grid(shape.rounds)
            for r in range(shape.rounds):
                for t in range(shape.tables):
                    self._sum([(x[r, i, t], 1), (x[r, j, t], 1), (share[r], -1)], -np.inf, 1)
            again = self._grid(shape.rounds - 1, worth=-problem.repeat_penalty)
            self._sum([*((one, 1) for one in share), *((one, -1) for one in again)], -np.inf, 1)


def by_cp_sat(problem: Problem, seconds: float) -> tuple[int | None, float | None]:
    """(objective or None without a plan, proven bound) of OR-Tools CP-SAT on one worker; writing the model is not timed
    against it."""
    programme, model = _Programme(problem), cp_model.CpModel()
    variables = [model.new_bool_var("") for _ in programme.worth]
    for terms, least, most in programme.rows:
        if terms:
            low = int(least) if np.isfinite(least) else cp_model.INT32_MIN
            model.add_linear_constraint(sum(variables[v] * by for v, by in terms), low, int(most))
    model.maximize(sum(variables[v] * worth for v, worth in enumerate(programme.worth) if worth))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers = seconds, 1
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, None
    return int(solver.objective_value), solver.best_objective_bound


def by_highs(problem: Problem, seconds: float) -> tuple[int | None, float | None]:
    """The same of HiGHS, as SciPy calls it."""
    programme = _Programme(problem)
    entries = [(k, v, by) for k, (terms, _, _) in enumerate(programme.rows) for v, by in terms]
    row, column, value = map(np.array, zip(*entries, strict=True))
    n, height = len(programme.worth), len(programme.rows)
    answer = milp(
        -np.array(programme.worth, float),
        integrality=np.ones(n),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(
            coo_array((value, (row, column)), (height, n)).tocsr(),
            [least for _, least, _ in programme.rows],
            [most for _, _, most in programme.rows],
        ),
        options={"time_limit": seconds},
    )
    return (
        None if answer.x is None else round(-answer.fun)
    ), -answer.mip_dual_bound if answer.mip_dual_bound else None
