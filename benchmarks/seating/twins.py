"""How well gatherings are seated: `PYTHONPATH=src python -m benchmarks.seating.twins [--seconds 1] [--seeds 5]`.

Draws gatherings of a few sizes and prints, as shares of the proven bound, a seating without any search and
the search's median and extremes. With `--problem FILE.json` a given problem is measured instead.
"""

import argparse
import json
import random
import statistics
import time
from pathlib import Path

from werktop.mechanisms import seating, warm
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.seating import contract

SIZES = {
    "50 x 14 x 3": (50, 7, 3),
    "50 x 14 x 1": (50, 7, 1),
    "200 x 50 x 3": (200, 25, 3),
    "400 x 100 x 4": (400, 50, 4),
}


def gathering(candidates: int, tables: int, rounds: int, seed: int) -> dict:
    """One language most people speak and a few that few do; tastes in a handful of sectors; some pairs."""
    chance = random.Random(seed)
    sectors = range(6)
    entrepreneurs = [chance.sample(sectors, 2) for _ in range(2 * tables)]
    likes = [[chance.random() ** 2 for _ in sectors] for _ in range(candidates)]
    people = [f"c{i}" for i in range(candidates)]
    chance.shuffle(people)
    few = max(1, candidates // 25)
    pairs = [people[2 * i : 2 * i + 2] for i in range(2 * few)]
    return {
        "version": 1,
        "rounds": rounds,
        "max_table_size": -(-candidates // tables),
        "entrepreneurs_per_table": 2,
        "repeat_penalty": 50,
        "tables": [
            {"id": f"T{t}", "languages": ["l0", f"l{1 + t % 3}"], "step_free": t < 4} for t in range(tables)
        ],
        "candidates": [
            {
                "id": f"c{i}",
                "languages": ["l0"] if chance.random() < 0.88 else [f"l{chance.randint(1, 2)}"],
                "step_free": chance.random() < 0.03,
            }
            for i in range(candidates)
        ],
        "entrepreneurs": [{"id": f"e{e}", "own_table": "T1" if e == 0 else None} for e in range(2 * tables)],
        "affinity": [
            [
                int(700 * max(like[s] for s in offered) + 300 * chance.random() ** 2)
                for offered in entrepreneurs
            ]
            for like in likes
        ],
        "apart": pairs[:few],
        "together": pairs[few:],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--problem", type=Path, action="append", default=[])
    options = parser.parse_args()
    warm.compile_all()
    problems = {path.stem: contract.parse(json.loads(path.read_text())) for path in options.problem}
    if not problems:
        problems = {name: contract.parse(gathering(*size, seed=1)) for name, size in SIZES.items()}
    print(
        f"{'problem':<20}{'bound':>10}{'unsearched':>12}{'median':>9}{'least':>9}{'most':>9}{'moves/s':>11}"
    )
    for name, problem in problems.items():
        unsearched = seating.solve(problem, steps=0).report
        reports = [
            seating.solve(problem, seed=s, keep_going=Deadline(options.seconds, time.monotonic)).report
            for s in range(options.seeds)
        ]
        shares = [r.share_of_bound for r in reports]
        pace = sum(r.steps for r in reports) / sum(r.seconds for r in reports)
        print(
            f"{name:<20}{unsearched.upper_bound:>10}{unsearched.share_of_bound:>12.3%}"
            f"{statistics.median(shares):>9.2%}{min(shares):>9.2%}{max(shares):>9.2%}{pace:>11,.0f}"
        )


if __name__ == "__main__":
    main()
