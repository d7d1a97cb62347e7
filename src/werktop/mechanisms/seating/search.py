"""Finding a seating: a start that keeps every rule, then annealing until the budget is spent."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from werktop.mechanisms.deadline import Deadline

from . import golfers
from .anneal import anneal
from .bound import Relaxation, upper_bound
from .conflicts import explain, refuse_what_cannot_be
from .every_way import prove
from .layout import NOWHERE, Layout, lay_out, rows_where, sizes_within
from .one_round import OneRound, one_round
from .opening import arrange_entrepreneurs, assign_candidates, is_useful
from .order import by_id, in_order_of
from .placing import RulesInForce, place_round, round_task
from .problem import Plan, Problem, Report, SeatedRounds, TableSeating
from .scoring import Score, score, shares
from .state import facts_of, seat_entrepreneurs, seating_from

DEFAULT_STEPS = 2_000_000
CHUNK = 20_000  # moves between two looks at the deadline: a few milliseconds
LEAST = 100_000  # moves tried even when the clock ran out before the search began (a machine under load)
ENTREPRENEUR_SHARE = 0.04
AIMED = 0.6  # in a large hall this part of the swaps goes to a table where somebody sits whom the candidate would like to meet
FIRST_WAVE = 400_000  # moves of the first cooling when it is not known how long the search may take


def solve(
    problem: Problem,
    *,
    seed: int = 0,
    steps: int | None = None,
    keep_going: Callable[[], bool] | None = None,
) -> Plan:
    """Seats everybody by all hard rules and maximises the objective of the contract (see `problem.Report`).

    steps: number of moves tried; the same problem, seed and steps give the same plan. keep_going: asked every
    few milliseconds, False ends the search; a `Deadline` also sets the pace of cooling. With neither, a
    default number of steps. In which order people and tables are listed makes no difference. `report.seconds` is filled
    when a Deadline is given. Safe to call from several threads. Raises NoPlanPossible with the rules in conflict.

    Source: simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) over swaps that keep the hard rules.
    """
    asked, problem = problem, by_id(problem)
    layout = lay_out(problem)
    refuse_what_cannot_be(layout)
    rng = np.random.default_rng(seed)
    seats = _first_seats(layout, rng)
    golfers.opening(layout, seats)
    relaxation = Relaxation(layout)
    bound, how = upper_bound(layout, relaxation)
    single = one_round(layout) if steps != 0 else None
    guest_seats = seat_entrepreneurs(layout, rng)
    if steps != 0 and is_useful(layout):
        arrange_entrepreneurs(layout, relaxation, guest_seats, rng)
        assign_candidates(layout, seats, guest_seats, rng)
    seats, guest_seats, taken = _anneal(layout, seats, guest_seats, rng, steps, keep_going, bound)
    rounds = _rounds(layout, seats, guest_seats)
    reached = score(problem, rounds)
    if single is not None and reached.objective < bound:
        rounds, reached, bound, how = _proven(layout, single, rounds, reached, bound, how)
    if reached.broken:  # cannot happen; if it does, no plan is better than one that breaks a promise
        raise AssertionError(f"the search broke a rule: {reached.broken[0].text}")
    report = Report(
        objective=reached.objective,
        meetings=reached.meetings,
        repeated_pairs=reached.repeated_pairs,
        chairs_changed=reached.chairs_changed,
        worst_served=round(reached.worst_served, 4),
        upper_bound=bound,
        bound=how,
        share_of_bound=round(reached.objective / bound, 6)
        if bound > 0
        else float(reached.objective >= bound),
        steps=taken,
        seconds=0.0,
        seed=seed,
    )
    if isinstance(keep_going, Deadline):
        report = replace(report, seconds=round(keep_going.seconds_used(), 4))
    return Plan(in_order_of(asked, rounds), report)


def _proven(
    layout: Layout, single: OneRound, rounds: SeatedRounds, reached: Score, bound: int, how: str
) -> tuple[SeatedRounds, Score, int, str]:
    """The plan of one round with the bound of every way to share the entrepreneurs out, or the better plan that is found
    on the way to it."""
    proof = prove(single, reached.objective)
    if proof.seats is not None and proof.chosen is not None:
        R, T, n, m = layout.shape
        seats, guest_seats = np.full((R, n), NOWHERE, np.int32), np.full((R, m), NOWHERE, np.int32)
        seats[0, layout.present[0]] = proof.seats
        for t in range(T):
            for e in range(m):
                if int(single.sets[proof.chosen[t]]) >> e & 1:
                    guest_seats[0, e] = t
        better = _rounds(layout, seats, guest_seats)
        found = score(layout.problem, better)
        if found.objective > reached.objective and not found.broken:
            rounds, reached = better, found
    return (
        (rounds, reached, proof.bound, "enumeration")
        if proof.bound < bound
        else (rounds, reached, bound, how)
    )


def _first_seats(layout: Layout, rng: np.random.Generator) -> np.ndarray:
    """A seating (R, n) by all hard rules, near the previous plan where there is one; or a refusal."""
    R, T, n, m = layout.shape
    seats = np.full((R, n), -1, np.int32)
    rules = RulesInForce.all_of(layout)
    for r in range(R):
        liking = (layout.previous_seat[r, :n, None] == np.arange(T)).astype(float)
        placed = place_round(round_task(layout, r, rules), liking=liking, rng=rng)
        if placed is None and (layout.pinned[r] >= 0).any():  # facts may leave no even sizes
            placed = _nearly_even(layout, r, liking, rng)
        if placed is None:
            raise explain(layout, r)
        seats[r] = placed
    return seats


def _nearly_even(layout: Layout, r: int, liking: np.ndarray, rng: np.random.Generator) -> np.ndarray | None:
    """Seats (n,) of a round in which facts leave no even sizes, with sizes as near to each other as can be, by which the
    search keeps them from then on; None where nothing helps. Which spreads are possible is found by halving: what can be
    with one can be with a larger one."""
    rules = RulesInForce.all_of(layout)
    count, usual = int(layout.present[r].sum()), int(layout.low[r].min())

    def seated_with(spread: int) -> np.ndarray | None:
        for least in range(usual, max(-1, usual - spread - 1), -1):
            layout.low[r], layout.high[r] = sizes_within(layout, r, least, least + spread)
            placed = place_round(round_task(layout, r, rules), liking=liking, rng=rng)
            if placed is not None:
                return placed
        return None

    best, too_small, enough = seated_with(count), 1, count
    while best is not None and enough - too_small > 1:
        spread = (too_small + enough) // 2
        sizes = layout.low[r].copy(), layout.high[r].copy()
        placed = seated_with(spread)
        if placed is None:
            too_small, (layout.low[r], layout.high[r]) = spread, sizes
        else:
            best, enough = placed, spread
    return best


def _temperatures(layout: Layout) -> tuple[float, float]:
    """Where cooling starts and ends, in points of the objective."""
    if layout.affinity.any() and layout.problem.entrepreneurs_per_table:
        favourites = -np.sort(-layout.affinity, axis=1)[:, : 2 * layout.problem.entrepreneurs_per_table]
        scale = max(float(favourites.mean()), 1.0)
        return (0.23 * scale, 0.036 * scale) if is_useful(layout) else (0.33 * scale, 0.05 * scale)
    return max(1.2 * layout.problem.repeat_penalty, 1.0), max(0.1 * layout.problem.repeat_penalty, 0.1)


def _anneal(
    layout: Layout,
    seats: np.ndarray,
    guest_seats: np.ndarray,
    rng: np.random.Generator,
    steps: int | None,
    keep_going: Callable[[], bool] | None,
    bound: int,
) -> tuple[np.ndarray, np.ndarray, int]:
    """Returns the best seats (R, n), entrepreneurs' seats (R, m) and the number of moves tried. Ends early where nothing can
    be better: the objective is at its `bound` and everybody has the most that they could have."""
    R, T, n, m = layout.shape
    facts = facts_of(layout)
    movable, guest_movable = facts.movable, facts.entrepreneur_movable
    live = np.flatnonzero(movable.any(axis=1) | (guest_movable.sum(axis=1) > 1)).astype(np.int64)
    if T < 2 and not (guest_movable.any() and (guest_seats < 0).any()) or len(live) == 0 or n == 0:
        return seats, guest_seats, 0
    chance = rng.integers(1, 2**63, 1, dtype=np.uint64)
    hot, cold = _temperatures(layout)
    share_of_guests = _entrepreneur_share(layout, guest_movable)
    aimed = AIMED if is_useful(layout) else 0.0
    if steps is None and keep_going is None:
        steps = DEFAULT_STEPS
    by_clock = steps is None and isinstance(keep_going, Deadline)
    began = keep_going.share_used() if isinstance(keep_going, Deadline) else 0.0

    # a small gathering is cooled several times over, a large one needs all the time for once
    waves = min(8, max(1, 150 // max(1, int(movable.sum()))))
    seating = seating_from(layout, facts, seats, guest_seats)
    start = score(layout.problem, _rounds(layout, seats, guest_seats))
    value, best_value, best_worst = start.objective, start.objective, start.worst_served
    best = (seats.copy(), guest_seats.copy())
    taken, wave_start, wave = 0, 0, steps if steps is not None else FIRST_WAVE
    while (
        not (best_value >= bound and best_worst >= 1.0)
        and (steps is None or taken < steps)
        and (keep_going is None or keep_going() or (by_clock and taken < LEAST))
    ):
        if by_clock:
            used = keep_going.share_used()  # type: ignore[union-attr]
            share = min((used - began) / (1.0 - began) if used < 1.0 else 1.0, taken / LEAST)
        else:
            share = (taken - wave_start) / max(1, wave)
            if share >= 1.0:  # nobody said how long: cool again from half as hot, twice as long
                wave_start, wave, share = taken, wave * 2, 0.25
        share = (share * waves) % 1.0 if share < 1.0 else 1.0
        heat = hot * (cold / hot) ** share
        count = (
            (CHUNK if taken >= LEAST else CHUNK // 5)
            if steps is None
            else min(CHUNK, max(500, steps // 100), steps - taken)
        )
        value += anneal(count, heat, share_of_guests, aimed, chance, live, facts, seating)
        taken += count
        if value < best_value:
            continue
        worst = shares(layout, (layout.affinity * (seating.meet > 0)).sum(axis=1)).min(initial=1.0)
        if value > best_value or worst > best_worst:
            best_value, best_worst = value, worst
            best = (seating.seat.copy(), seating.entrepreneur_seat.copy())
    return (*best, taken)


def _entrepreneur_share(layout: Layout, guest_movable: np.ndarray) -> float:
    """The part of the moves that is about entrepreneurs (none when nobody can move)."""
    if not layout.problem.entrepreneurs_per_table or guest_movable.sum(axis=1).max(initial=0) < 2:
        return 0.0
    return ENTREPRENEUR_SHARE


def _rounds(layout: Layout, seats: np.ndarray, guest_seats: np.ndarray) -> SeatedRounds:
    """Rows back into ids, in the order of the lists."""
    problem = layout.problem
    return tuple(
        tuple(
            TableSeating(
                table.id,
                tuple(problem.candidates[i].id for i in rows_where(seats[r] == t)),
                tuple(problem.entrepreneurs[e].id for e in rows_where(guest_seats[r] == t)),
            )
            for t, table in enumerate(problem.tables)
        )
        for r in range(problem.rounds)
    )
