"""What a plan reaches, counted anew from the seats as they stand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any
from uuid import UUID

from werktop.mechanisms import seating

from .seating import Hall, arrangement_of, problem_of

EARLIER = ("steps", "seconds", "seed")


def basis_of(hall: Hall) -> str:
    """Changes when the proven bound of an earlier report no longer belongs to what is asked now: other guests or tables,
    other languages or needs, other rules, somebody pinned or let go, a round that began."""
    asked = problem_of(hall)
    said = (
        asked.rounds, asked.max_table_size, asked.entrepreneurs_per_table,
        [(t.id, sorted(t.languages), t.step_free) for t in asked.tables],
        [(c.id, sorted(c.languages), c.step_free) for c in asked.candidates],
        list(asked.entrepreneurs), sorted(asked.apart), sorted(asked.together), sorted(asked.fixed, key=repr),
        sorted(asked.absent, key=repr), asked.affinity.tolist(),
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def as_kept(hall: Hall, report: seating.Report) -> dict[str, Any]:
    """The mechanism's report as a plan keeps it, with what it was about."""
    return dict(vars(report)) | {"basis": basis_of(hall)}


def counted_anew(
    hall: Hall, seats: dict[tuple[int, UUID], UUID], earlier: dict[str, Any]
) -> tuple[dict[str, Any], seating.Score]:
    """The report of these seats, with the proven bound of `earlier` where it is still about the same."""
    # pins and the plan in force are left out: what somebody chose by hand is judged like any other seat
    problem = replace(problem_of(hall, with_pins=False), previous=None)
    score = seating.score(problem, arrangement_of(hall, seats))
    basis = basis_of(hall)
    bound = earlier.get("upper_bound") if earlier.get("basis") == basis else None
    if (
        bound is not None and score.objective > bound
    ):  # a seat chosen by hand may break a rule that the bound counts on
        bound = None
    report = {k: earlier[k] for k in EARLIER if k in earlier} | {
        "objective": score.objective,
        "meetings": score.meetings,
        "repeated_pairs": score.repeated_pairs,
        "worst_served": score.worst_served,
        "upper_bound": bound,
        "bound": earlier.get("bound") if bound else None,
        "share_of_bound": score.objective / bound if bound else None,
        "basis": basis,
    }
    return report, score
