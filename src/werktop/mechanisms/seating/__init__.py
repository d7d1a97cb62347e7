"""Seating a gathering: everybody at a table by all hard rules, and as many good meetings as can be found."""

from .changes import Effect, effect_of_move, effect_of_swap
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
from .turns import with_turns

__all__ = [
    "Absence",
    "Candidate",
    "Effect",
    "Entrepreneur",
    "FixedSeat",
    "Plan",
    "Problem",
    "Report",
    "Score",
    "Table",
    "TableSeating",
    "effect_of_move",
    "effect_of_swap",
    "score",
    "solve",
    "with_turns",
]
