"""Matching beside its peers: `benchmarks/matching [--seconds 10] [--quick]`."""

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np

from benchmarks.tables import header, least, milliseconds, table, timed
from werktop.mechanisms import warm
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.matching import Problem, Report, match_many, solve
from werktop.mechanisms.matching.exact import most_pairs
from werktop.mechanisms.matching.market import open_market
from werktop.mechanisms.matching.proposals import propose

from . import markets, peers

Arrays = tuple[np.ndarray, np.ndarray, np.ndarray]
PEERS = {"CP-SAT": peers.by_cp_sat, "HiGHS": peers.by_highs}
PACKAGES = ("numba", "scipy", "ortools", "algmatch", "matching")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0, help="what each solver gets for each problem")
    parser.add_argument("--quick", action="store_true", help="fewer towns, and no country of a million")
    options = parser.parse_args()
    warm.make_matching_ready()
    print(header("benchmarks/matching", PACKAGES))
    print("Twenty-one evenings of quick talks, one talk each, ties and gaps\n")
    print(_evenings([markets.evening(seed) for seed in range(21)], options.seconds), "\n")
    print("A thousand people with ties: pairs found, and the bound that was proven\n")
    chosen = dict(list(markets.TOWNS.items())[: 3 if options.quick else None])
    print(_towns({name: markets.town(**how) for name, how in chosen.items()}, options.seconds), "\n")
    print("Strict lists of ten in arrays, milliseconds (least of five runs; of one for Python packages)\n")
    print(
        _countries(
            (500, 1_000, 10_000, 100_000) if options.quick else (500, 1_000, 10_000, 100_000, 1_000_000)
        )
    )


def _within(problem: Problem, seconds: float) -> Report:
    report = solve(problem, keep_going=Deadline(seconds, time.monotonic)).report
    assert report is not None and report.blocking_pairs == 0
    return report


def _kiraly(problem: Problem) -> int:
    return int(propose(open_market(problem)).sum())


def _flow(problem: Problem) -> int:
    market = open_market(problem)
    return most_pairs(market, np.arange(len(market.pairs)))


def _evenings(problems: list[Problem], seconds: float) -> str:
    solved = [timed(_within, problem, 1.0) for problem in problems]
    proven = sum(report.exact for report, _ in solved)
    rows = [
        _evening_row("werktop", [(report.size, took) for report, took in solved], f"{proven} proven"),
        _evening_row("Király alone", [timed(_kiraly, problem) for problem in problems], "two thirds proven"),
    ]
    for name, peer in PEERS.items():
        found = [timed(peer, problem, seconds) for problem in problems]
        ended = sum(size == bound for (size, bound), _ in found)
        rows.append(_evening_row(name, [(size, took) for (size, _), took in found], f"{ended} proven"))
    rows.append(["no stability asked", sum(map(_flow, problems)), "", "", "maximum flow"])
    return table(["", "pairs", "median ms", "most ms", ""], rows)


def _evening_row(name: str, found: list[tuple[int, float]], words: str) -> list[object]:
    times = [seconds for _, seconds in found]
    return [
        name, sum(size for size, _ in found), milliseconds(statistics.median(times)), milliseconds(max(times)), words,
    ]  # fmt: skip


def _towns(problems: dict[str, Problem], seconds: float) -> str:
    rows = []
    for name, problem in problems.items():
        quick, took = timed(_within, problem, 0.1)
        longer = _within(problem, 1.0)
        row = [
            name,
            quick.size,
            quick.largest_possible,
            f"{quick.size / quick.largest_possible:.2%}",
            milliseconds(took),
            f"{longer.size} ({'proven' if longer.exact else f'of {longer.largest_possible}'})",
            _kiraly(problem),
        ]
        for peer in PEERS.values():
            (size, bound), took = timed(peer, problem, seconds)
            row.append(f"{size} of {bound}, {took:.1f} s")
        rows.append(row)
    return table(["", "in 0.1 s", "bound", "share", "ms", "in 1 s", "Király", *PEERS], rows)


def _countries(sizes: tuple[int, ...]) -> str:
    rows = []
    for people in sizes:
        arrays = markets.country(people)
        plain = peers.by_plain_deferred_acceptance
        assert np.array_equal(match_many(*arrays), plain(*arrays))  # and both are compiled
        took, took_plain = (least(5, work, *arrays) for work in (match_many, plain))
        rows.append(
            [
                f"{people:,}",
                milliseconds(took),
                milliseconds(took_plain),
                f"{took / took_plain:.2f}",
                _of_package(peers.by_algmatch, arrays, 10_000),
                _of_package(peers.by_matching, arrays, 1_000),
                milliseconds(least(5, _read, arrays)),
            ]
        )
    return table(
        ["people", "werktop", "plain, compiled", "ratio", "algmatch", "matching", "reading once"], rows
    )


def _of_package(peer: Callable[..., int], arrays: Arrays, most: int) -> str:
    if len(arrays[0]) > most:
        return "–"
    try:
        return milliseconds(timed(peer, *arrays)[1])
    except RecursionError:
        return "– (RecursionError)"


def _read(arrays: Arrays) -> int:
    return sum(int(array.sum()) for array in arrays)


if __name__ == "__main__":
    main()
