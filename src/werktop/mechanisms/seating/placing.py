"""Can everybody of one round be seated by the rules? An exact answer, with a seating when there is one."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp
from scipy.sparse import coo_array

from .layout import NOWHERE, Layout, companions

FORBIDDEN = 1e7
OPTIONAL_CHAIR = 1e3


@dataclass(frozen=True)
class RulesInForce:
    """Which rules count: a switch per candidate (language, step_free, fixed) and per pair, and for the sizes.

    To find out which rules are in conflict they are switched off one by one.
    """

    language: np.ndarray
    step_free: np.ndarray
    fixed: np.ndarray
    apart: np.ndarray
    together: np.ndarray
    even_sizes: bool = True
    max_table_size: bool = True

    @classmethod
    def all_of(cls, layout: Layout) -> "RulesInForce":
        """Every rule in force."""
        n = len(layout.group)
        on = np.ones(n, bool)
        pairs = len(layout.problem.together)
        return cls(on, on, on, np.ones(len(layout.apart), bool), np.ones(pairs, bool))

    def without(self, kind: str, which: np.ndarray | None = None) -> "RulesInForce":
        """The same with one kind switched off, or with only the switches of `which` left on."""
        now = getattr(self, kind)
        off = False if isinstance(now, bool) else now & (which if which is not None else False)
        changed: dict[str, Any] = {kind: off}
        return replace(self, **changed)


@dataclass
class RoundTask:
    """One round as blocks of people who sit together, each with the tables it may go to."""

    blocks: list[list[int]]
    may: np.ndarray
    apart: list[tuple[int, int]]
    low: np.ndarray
    high: np.ndarray
    seat: np.ndarray
    contradiction: bool = False


def round_task(layout: Layout, r: int, rules: RulesInForce) -> RoundTask:
    """Gathers one round's companions into blocks and works facts into the tables they may use."""
    n, T = layout.allowed.shape
    present = np.flatnonzero(layout.present[r])
    pin = np.where(rules.fixed & layout.present[r], layout.pinned[r], NOWHERE)
    row = {person.id: i for i, person in enumerate(layout.problem.candidates)}
    pairs = [
        (row[a], row[b]) for (a, b), on in zip(layout.problem.together, rules.together, strict=True) if on
    ]
    group = companions(n, pairs)
    steps = np.array([t.step_free for t in layout.problem.tables], bool)
    needs = np.array([c.step_free for c in layout.problem.candidates], bool).reshape(n)
    allowed = (layout.speaks | ~rules.language[:, None]) & (
        steps[None, :] | ~(needs & rules.step_free)[:, None]
    )

    members: dict[int, list[int]] = {}
    anchors: dict[int, set[int]] = {}
    for i in present.tolist():
        if pin[i] >= 0:
            anchors.setdefault(int(group[i]), set()).add(int(pin[i]))
        else:
            members.setdefault(int(group[i]), []).append(i)
    blocks = list(members.values())
    may = np.zeros((len(blocks), T), bool)
    block_of = np.full(n, -1)
    for b, (number, people) in enumerate(members.items()):
        may[b] = allowed[people].all(axis=0)
        if number in anchors:
            here = np.zeros(T, bool)
            if len(anchors[number]) == 1:
                here[list(anchors[number])] = True
            may[b] &= here
        block_of[people] = b
    apart, contradiction = set(), False
    for (a, b), on in zip(layout.apart.tolist(), rules.apart, strict=True):
        if not on or not (layout.present[r, a] and layout.present[r, b]):
            continue
        if pin[a] >= 0 and pin[b] >= 0:
            continue
        if pin[a] >= 0 or pin[b] >= 0:
            who, table = (b, pin[a]) if pin[a] >= 0 else (a, pin[b])
            may[block_of[who], table] = False
        elif block_of[a] == block_of[b]:
            contradiction = True
        else:
            apart.add((min(block_of[a], block_of[b]), max(block_of[a], block_of[b])))

    facts = np.bincount(pin[pin >= 0], minlength=T)
    if rules.even_sizes and rules.fixed.all():
        low, high = layout.low[r].astype(int), layout.high[r].astype(int)
    elif rules.even_sizes:
        low = np.full(T, len(present) // T)
        high = np.full(T, -(-len(present) // T))
    else:
        low = facts.copy()
        cap = layout.problem.max_table_size if rules.max_table_size else len(present)
        high = np.maximum(facts, cap)
    seat = np.where(layout.present[r], pin, NOWHERE).astype(np.int32)
    return RoundTask(blocks, may, sorted(apart), low - facts, high - facts, seat, contradiction)


def place_round(
    task: RoundTask, *, liking: np.ndarray, rng: np.random.Generator, tries: int = 12
) -> np.ndarray | None:
    """Seats (n,) for one round, or None when it is proven impossible.

    First by chance with an exact assignment for those who come alone; then, where that fails, by integer
    programming, which decides. `liking[i, t]` (n, T), from 0 to 1: how much row i would like to sit at table t;
    for those who come alone and free of pairs their sum is the most that the rules allow.
    """
    if task.contradiction or not task.may.any(axis=1).all():
        return None
    tied = {b for pair in task.apart for b in pair} | {
        b for b, people in enumerate(task.blocks) if len(people) > 1
    }
    special = sorted(tied)
    for attempt in range(tries if special else 1):
        placed = _scatter(task, special, liking if 2 * attempt < tries else None, rng)
        if placed is not None:
            seat = _seat_the_others(task, tied, placed, liking, rng)
            if seat is not None:
                return seat
    placed = _solve_exactly(task, special)
    return None if placed is None else _seat_the_others(task, tied, placed, liking, rng)


def is_possible(task: RoundTask) -> bool:
    """Whether the round can be seated at all (proof by integer programming)."""
    if task.contradiction or not task.may.any(axis=1).all():
        return False
    tied = {b for pair in task.apart for b in pair} | {
        b for b, people in enumerate(task.blocks) if len(people) > 1
    }
    return _solve_exactly(task, sorted(tied)) is not None


def _scatter(
    task: RoundTask, special: list[int], liking: np.ndarray | None, rng: np.random.Generator
) -> dict[int, int] | None:
    """Companions and pairs that stay apart, the most constrained first, each to a liked or roomy table."""
    room = task.high.copy()
    enemies: dict[int, list[int]] = {b: [] for b in special}
    for one, other in task.apart:
        enemies[one].append(other)
        enemies[other].append(one)
    order = sorted(special, key=lambda b: (task.may[b].sum(), -len(task.blocks[b]), rng.random()))
    placed: dict[int, int] = {}
    for b in order:
        size = len(task.blocks[b])
        fits = task.may[b] & (room >= size)
        for other in enemies[b]:
            if other in placed:
                fits[placed[other]] = False
        if not fits.any():
            return None
        roomy = room + rng.random(len(room)) * 2
        if liking is not None:
            roomy += liking[task.blocks[b]].sum(axis=0) * len(task.seat)
        table = int(np.argmax(np.where(fits, roomy, -1e9)))
        placed[b] = table
        room[table] -= size
    return placed


def _seat_the_others(
    task: RoundTask, tied: set[int], placed: dict[int, int], liking: np.ndarray, rng: np.random.Generator
) -> np.ndarray | None:
    """Everybody who is alone and free of pairs, by an optimal assignment to the chairs that are left."""
    seat = task.seat.copy()
    low, high = task.low.copy(), task.high.copy()
    for b, table in placed.items():
        seat[task.blocks[b]] = table
        low[table] -= len(task.blocks[b])
        high[table] -= len(task.blocks[b])
    if (high < 0).any():
        return None
    low = np.maximum(low, 0)
    singles = [b for b in range(len(task.blocks)) if b not in tied]
    must = np.repeat(np.arange(len(low)), low)
    chairs = np.concatenate([must, np.repeat(np.arange(len(low)), high - low)])
    if not singles:
        return seat if len(must) == 0 else None
    if len(chairs) < len(singles) or len(must) > len(singles):
        return None
    people = np.array([task.blocks[b][0] for b in singles])
    chances = rng.random((len(singles), len(chairs))) * 1e-3
    cost = np.where(task.may[singles][:, chairs], chances, FORBIDDEN) - liking[people][:, chairs]
    cost[:, len(must) :] += OPTIONAL_CHAIR
    rows, columns = linear_sum_assignment(cost)
    if cost[rows, columns].max() >= FORBIDDEN / 2 or (columns < len(must)).sum() < len(must):
        return None
    seat[people[rows]] = chairs[columns]
    return seat


def _solve_exactly(task: RoundTask, special: list[int]) -> dict[int, int] | None:
    """Integer programme: blocks one by one, singles counted by the tables they may use."""
    T = len(task.low)
    chosen = set(special)
    singles = [b for b in range(len(task.blocks)) if b not in chosen]
    classes: dict[bytes, int] = {}
    for b in singles:
        classes[task.may[b].tobytes()] = classes.get(task.may[b].tobytes(), 0) + 1
    kinds = [np.frombuffer(key, bool) for key in classes]
    S = len(special)
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    lower: list[float] = []
    upper: list[float] = []

    def constrain(entries: list[tuple[int, float]], least: float, most: float) -> None:
        for column, value in entries:
            rows.append(len(lower))
            columns.append(column)
            values.append(value)
        lower.append(least)
        upper.append(most)

    for s in range(S):
        constrain([(s * T + t, 1) for t in range(T)], 1, 1)
    for c, count in enumerate(classes.values()):
        constrain([((S + c) * T + t, 1) for t in range(T)], count, count)
    weight = [len(task.blocks[b]) for b in special] + [1] * len(kinds)
    for t in range(T):
        constrain([(x * T + t, w) for x, w in enumerate(weight)], task.low[t], task.high[t])
    place = {b: s for s, b in enumerate(special)}
    for one, other in task.apart:
        for t in range(T):
            constrain([(place[one] * T + t, 1), (place[other] * T + t, 1)], 0, 1)
    if (task.high < 0).any() or (task.low > task.high).any():
        return None
    if not weight:
        return {} if (task.low <= 0).all() else None
    most = np.concatenate(
        [task.may[b].astype(float) for b in special]
        + [kind * float(count) for kind, count in zip(kinds, classes.values(), strict=True)]
    )
    matrix = coo_array((values, (rows, columns)), shape=(len(lower), len(most))).tocsr()
    answer = milp(
        np.zeros(len(most)),
        integrality=np.ones(len(most)),
        bounds=Bounds(0, most),
        constraints=LinearConstraint(matrix, lower, upper),
    )
    if answer.x is None:
        return None
    chairs = answer.x[: S * T].reshape(S, T)
    return {b: int(np.argmax(chairs[s])) for s, b in enumerate(special)}
