"""Seating beside its peers: `benchmarks/seating [--seconds 1] [--seeds 5] [--limit 60] [--problem FILE.json]`."""

import argparse
import json
import os
import statistics
import time
from pathlib import Path

from benchmarks.tables import header, table, timed
from werktop.mechanisms import seating, warm
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.seating import contract

from . import peers
from .halls import GOLFERS, HIDDEN, SIZES, gathering, golfers, hidden_plan

PEERS = {"CP-SAT": peers.by_cp_sat, "HiGHS": peers.by_highs}
MOST_FOR_PEERS = 3_000
"""Candidates times entrepreneurs times rounds; of larger gatherings the programme alone takes minutes to write."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1.0, help="what we get for each seed")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=60.0, help="what each solver gets for each problem")
    parser.add_argument("--problem", type=Path, action="append", default=[], help="a problem instead of ours")
    options = parser.parse_args()
    warm.make_seating_ready()
    problems = {path.stem: contract.parse(json.loads(path.read_text())) for path in options.problem}
    if not problems:
        made = {name: gathering(*size, seed=1) for name, size in SIZES.items()}
        made |= {name: hidden_plan(*size, seed=1) for name, size in HIDDEN.items()}
        made |= {name: golfers(*size) for name, size in GOLFERS.items()}
        problems = {name: contract.parse(problem) for name, problem in made.items()}
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(header("benchmarks/seating", ("numba", "scipy", "ortools")))
    print(
        f"Shares of the proven bound, on one core: ours after {options.seconds:g} s, median of {options.seeds} seeds\n"
    )
    rows = [_row(name, problem, options) for name, problem in problems.items()]
    print(
        table(
            ["", "bound", "", "no search", "werktop", "least", "most", "seconds at most", "moves/s", *PEERS],
            rows,
        )
    )


def _row(name: str, problem: seating.Problem, options: argparse.Namespace) -> list[str]:
    unsearched = seating.solve(problem, steps=0).report
    reports = [
        seating.solve(problem, seed=s, keep_going=Deadline(options.seconds, time.monotonic)).report
        for s in range(options.seeds)
    ]
    bound = max(1, min(report.upper_bound for report in reports))
    shares = [report.share_of_bound for report in reports]
    pace = sum(report.steps for report in reports) / sum(report.seconds for report in reports)
    slowest = max(report.seconds for report in reports)
    row = [
        name,
        f"{reports[0].upper_bound:,}",
        reports[0].bound,
        f"{unsearched.share_of_bound:.1%}",
        *(f"{share:.2%}" for share in (statistics.median(shares), min(shares), max(shares))),
        f"{slowest:.2f}",
        f"{pace:,.0f}",
    ]
    size = len(problem.candidates) * len(problem.entrepreneurs) * problem.rounds
    for peer in PEERS.values():
        if not 0 < size <= MOST_FOR_PEERS or options.limit <= 0:
            row.append("–")
            continue
        (found, _), took = timed(peer, problem, options.limit)
        row.append(f"{'no plan' if found is None else f'{found / bound:.1%}'}, {took:.0f} s")
    return row


if __name__ == "__main__":
    main()
