"""Makes the searches ready, so that no user waits for a compiler or a loader.

Set-up calls `compile_all` once per machine: numba keeps the result per CPU type (`config.compiled` says where, a
folder per version of these sources). A new process still loads it, in about a second: a web
process calls `compile_all` when it starts, the command line calls the part it needs before its clock runs.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from . import matching, ranking, seating


def compile_all(progress: Callable[[str], None] | None = None) -> None:
    """Compiles or loads everything; `progress` is told in English what is being made ready."""
    tell = progress or (lambda text: None)
    tell("Making the seating search ready")
    make_seating_ready()
    tell("Making the matching ready")
    make_matching_ready()
    tell("Making the ranking ready")
    make_ranking_ready()
    tell("Ready")


def make_seating_ready() -> None:
    """Seats a tiny gathering, one round with a proof, and a hall large enough for an opening: together they compile or load
    every compiled function."""
    tiny = _hall(candidates=8, tables=2, rounds=2)
    seating.solve(replace(tiny, apart=[("c1", "c2")], together=[("c3", "c4")]), steps=2000)
    seating.solve(_hall(candidates=24, tables=4, rounds=1), steps=100)
    seating.solve(_hall(candidates=104, tables=13, rounds=2), steps=2000)


def _hall(*, candidates: int, tables: int, rounds: int) -> seating.Problem:
    nl = frozenset({"nl"})
    worth = np.random.default_rng(0).integers(0, 1000, (candidates, 2 * tables + 1))
    return seating.Problem(
        rounds=rounds,
        tables=[seating.Table(f"T{i}", nl) for i in range(tables)],
        candidates=[seating.Candidate(f"c{i}", nl) for i in range(candidates)],
        entrepreneurs=[seating.Entrepreneur(f"e{i}") for i in range(worth.shape[1])],
        affinity=worth,
    )


def make_matching_ready() -> None:
    """Matches two people with ties, which loads the solver, and two in arrays."""
    people = [matching.Candidate(c, 1, (("p1", "p2"),)) for c in ("c1", "c2")]
    places = [matching.Place(p, 1, (("c1", "c2"),), {"g": 1}) for p in ("p1", "p2")]
    people[0] = people[0]._replace(groups=frozenset({"g"}))
    matching.solve(matching.Problem(people, places))
    matching.match_many(np.zeros((2, 1), np.int32), np.zeros((2, 1), np.int32), np.ones(1, np.int32))


def make_ranking_ready() -> None:
    """Ranks one seeker and one profile with small scores and with large ones, which are compiled apart."""
    one, wide = np.ones(1, np.int16), np.ones((1, 8), np.int16)
    for level in (1, 20_000):
        seeker = ranking.Seekers(one, one, one, one, one, one, one, one[:, None], one[:, None] * level, wide)
        profile = ranking.Profiles(one, one, one, one, one, one, one[:, None], one[:, None], wide)
        index = ranking.Index(seeker, profile)
        index.replace_seeker(0, seeker)
        index.profiles_for(k=1)
        index.seekers_for(k=1)
