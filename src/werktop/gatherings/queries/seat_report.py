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
    """Changes when the proven bound of an earlier report no longer belongs to these guests and tables."""
    said = (
        hall.gathering.rounds, hall.chairs_per_table, hall.entrepreneurs_per_table,
        [(str(t.id), t.is_step_free) for t in hall.tables], [str(g.id) for g in hall.guests],
        hall.affinities.matrix.tolist(),
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def as_kept(hall: Hall, report: seating.Report) -> dict[str, Any]:
    """The mechanism's report as a plan keeps it, with what it was about."""
    return dict(vars(report)) | {"basis": basis_of(hall)}


def counted_anew(
    hall: Hall, seats: dict[tuple[int, UUID], UUID], earlier: dict[str, Any]
) -> tuple[dict[str, Any], seating.Score]:
    """The report of these seats, with the proven bound of `earlier` where guests and tables are the same."""
    # pins and the plan in force are left out: what somebody chose by hand is judged like any other seat
    problem = replace(problem_of(hall, with_pins=False), previous=None)
    score = seating.score(problem, arrangement_of(hall, seats))
    basis = basis_of(hall)
    bound = earlier.get("upper_bound") if earlier.get("basis") == basis else None
    report = {k: earlier[k] for k in EARLIER if k in earlier} | {
        "objective": score.objective,
        "meetings": score.meetings,
        "repeated_pairs": score.repeated_pairs,
        "worst_served": score.worst_served,
        "upper_bound": bound,
        "bound": earlier.get("bound") if bound else None,
        "share_of_bound": min(1.0, score.objective / bound) if bound else None,
        "basis": basis,
    }
    return report, score
