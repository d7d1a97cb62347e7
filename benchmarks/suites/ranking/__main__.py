"""Ranking beside its peers: `benchmarks/ranking [--seekers 500000] [--profiles 200000] [--sample 200]`; with
`--cold 50000` only the start from a database."""

import argparse
import resource
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from typing import Any

import numpy as np

from benchmarks.tables import header, milliseconds, table, timed
from werktop.mechanisms import warm
from werktop.mechanisms.ranking import Index, Profiles, Seekers

from . import peers
from .cold import cold_start
from .towns import country

K = 20
CHANGES = 2_000
PACKAGES = ("numpy", "numba", "duckdb", "polars", "faiss-cpu", "psycopg")
REGION = 50_000
"""Seekers of a region."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seekers", type=int, default=500_000)
    parser.add_argument("--profiles", type=int, default=200_000)
    parser.add_argument(
        "--sample", type=int, default=200, help="seekers for the engines that are too slow for all"
    )
    parser.add_argument(
        "--cold", type=int, metavar="N", help="the start from a database alone, for N seekers"
    )
    options = parser.parse_args()
    _, took_ready = timed(warm.make_ranking_ready)
    if options.cold is not None:
        if options.cold < 1:
            parser.error("--cold takes a number of 1 or more")
        print(header(f"benchmarks/ranking --cold {options.cold}", PACKAGES))
        print(f"Compiled code was loaded, or made where it was missing, in {took_ready:.1f} s.\n")
        print(cold_start(options.cold))
        return
    seekers, profiles = country(options.seekers, options.profiles)
    print(header("benchmarks/ranking", PACKAGES))
    print(
        f"{len(seekers):,} seekers × {len(profiles):,} profiles, the best {K}, two threads, everything included\n"
    )
    (index, rows, scores), took = timed(_rank_all, seekers, profiles)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    lines = [["werktop", f"{took:.1f} s", "", "exact", f"{memory:.1f} GiB at most, this script included"]]
    (grid_rows, grid_scores), took_grid = timed(_by_grid, seekers, profiles)
    same = np.array_equal(rows, grid_rows) and np.array_equal(scores, grid_scores)
    lines[0][2] = f"{took / took_grid:.2f}"
    lines.append(
        ["grid of 4 km, compiled", f"{took_grid:.1f} s", "1", "exact" if same else "DIFFERS", "every seeker"]
    )
    chance = np.random.default_rng(2)
    sample = np.sort(chance.choice(len(seekers), min(options.sample, len(seekers)), replace=False))
    lines += _on_a_sample(seekers, profiles, sample, rows[sample], scores[sample], took_grid)
    print(table(["", "all seekers", "of the grid", "", ""], lines), "\n")
    _, took_back = timed(index.seekers_for)
    print(
        f"The other way round, every profile: {took_back:.1f} s. One change, and the ranking of that row again:\n"
    )
    print(table(["", "median ms", "p99 ms", "most ms"], _changes(index, seekers, profiles)), "\n")
    print(cold_start(REGION))


def _rank_all(seekers: Seekers, profiles: Profiles) -> tuple[Index, np.ndarray, np.ndarray]:
    index = Index(seekers, profiles)
    return index, *index.profiles_for(k=K)


def _by_grid(seekers: Seekers, profiles: Profiles) -> tuple[np.ndarray, np.ndarray]:
    grid = peers.Grid(seekers, profiles)
    x, y = (getattr(seekers, name) // peers.CELL for name in ("x_m", "y_m"))
    order = np.lexsort((x, y))  # neighbours after one another, as ours are
    found = np.empty((len(order), K), np.int32), np.empty((len(order), K), np.int32)

    def some(rows: np.ndarray) -> None:
        found[0][rows], found[1][rows] = grid.profiles_for(rows, K)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(some, np.array_split(order, max(2, len(order) // 2_000))))
    return found


def _on_a_sample(
    seekers: Seekers,
    profiles: Profiles,
    sample: np.ndarray,
    rows: np.ndarray,
    scores: np.ndarray,
    took_grid: float,
) -> list[list[str]]:
    few, lines = _only(seekers, sample), []
    share = len(seekers) / len(sample)

    def line(name: str, took: float, said: str, words: str) -> None:
        lines.append([name, f"{took * share:,.0f} s", f"{took * share / took_grid:,.1f}", said, words])

    def exactly(found: tuple[np.ndarray, np.ndarray]) -> str:
        return "exact" if np.array_equal(found[0], rows) and np.array_equal(found[1], scores) else "DIFFERS"

    measured = f"measured on {len(sample)}"
    database = peers.load_duckdb(few, profiles)
    found, took = timed(peers.by_duckdb, database, len(few), K)
    line("DuckDB, one query", took, exactly(found), measured)
    found, took = timed(peers.by_polars, few, profiles, K)
    line("polars, expressions", took, exactly(found), measured)
    vectors, asked = peers.dense(few), peers.dense(profiles)
    _, took = timed(peers.by_blas, vectors, asked)
    line("BLAS", took, "–", f"{measured}: the products alone, no filters, no best {K}")
    nearest, built = timed(peers.Faiss, asked)
    found, took = timed(nearest.found, vectors)
    recall = np.mean(
        [len(set(r[r >= 0]) & set(f)) / max(1, (r >= 0).sum()) for r, f in zip(rows, found, strict=True)]
    )
    line(
        "faiss, inverted file",
        took + built / share,
        f"recall {recall:.2f}",
        f"{measured}: 400 found, no filters",
    )
    return lines


def _only(given: Any, rows: np.ndarray) -> Any:
    return type(given)(*(getattr(given, each.name)[rows] for each in fields(given)))


def _changes(index: Index, seekers: Seekers, profiles: Profiles) -> list[list[str]]:
    chance = np.random.default_rng(3)
    lines = []
    works: tuple[tuple[str, Any, Callable[..., None], Callable[..., Any]], ...] = (
        ("a seeker", seekers, index.replace_seeker, index.profiles_for),
        ("a profile", profiles, index.replace_profile, index.seekers_for),
    )
    for name, given, replace, best in works:
        times = []
        for _ in range(CHANGES):
            row, other = (int(x) for x in chance.integers(len(given), size=2))
            one = _only(given, np.array([other]))
            times.append(
                timed(
                    lambda row=row, one=one, replace=replace, best=best: (replace(row, one), best([row], K))
                )[1]
            )
        lines.append([name, *(milliseconds(float(np.quantile(times, q))) for q in (0.5, 0.99, 1.0))])
    return lines


if __name__ == "__main__":
    main()
