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
    """Seats a tiny gathering, which compiles or loads every compiled function."""
    nl = frozenset({"nl"})
    problem = seating.Problem(
        rounds=2,
        tables=[seating.Table("T1", nl), seating.Table("T2", nl)],
        candidates=[seating.Candidate(f"c{i}", nl) for i in range(8)],
        entrepreneurs=[seating.Entrepreneur(f"e{i}") for i in range(5)],
        affinity=np.arange(40).reshape(8, 5) * 20,
        apart=[("c1", "c2")],
        together=[("c3", "c4")],
    )
    for rounds in (2, 1):  # one round has a proof of its own
        seating.solve(replace(problem, rounds=rounds), steps=2000)


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
