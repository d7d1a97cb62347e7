"""Compiles the searches once, at set-up, so that no user waits for it.

numba keeps the result per CPU type beside the code (or in the user's cache folder, or where NUMBA_CACHE_DIR
points), so that a second call takes under a second.
"""

from collections.abc import Callable

import numpy as np

from . import seating


def compile_all(progress: Callable[[str], None] | None = None) -> None:
    """Runs every compiled function on a tiny case; `progress` is told in English what is being compiled."""
    tell = progress or (lambda text: None)
    tell("Compiling the seating search")
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
    seating.solve(problem, steps=2000)
    tell("Compiled")
