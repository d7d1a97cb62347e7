"""Matching after the talks: who has a follow-up talk with whom, so that no two people feel passed over."""

from .many import match_many
from .problem import Candidate, Matching, Pair, Place, Problem, Report
from .search import solve
from .stability import blocking_pairs

__all__ = [
    "Candidate",
    "Matching",
    "Pair",
    "Place",
    "Problem",
    "Report",
    "blocking_pairs",
    "match_many",
    "solve",
]
