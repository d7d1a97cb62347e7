"""Seating a gathering: everybody at a table by all hard rules, and as many good meetings as can be found."""

from .problem import (
    Absence,
    Candidate,
    Entrepreneur,
    FixedSeat,
    Plan,
    Problem,
    Report,
    Table,
    TableSeating,
)
from .scoring import Score, score
from .search import solve

__all__ = [
    "Absence",
    "Candidate",
    "Entrepreneur",
    "FixedSeat",
    "Plan",
    "Problem",
    "Report",
    "Score",
    "Table",
    "TableSeating",
    "score",
    "solve",
]
