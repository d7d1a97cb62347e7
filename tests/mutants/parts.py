"""Which modules are tried, by part, and which tests are asked first and next: those that state what the module promises."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MECHANISMS = ROOT / "src/werktop/mechanisms"

SEATING = ("seating_contract", "fuzzed_json", "seating_conflicts", "seating", "replanning")
MATCHING = ("reduction", "matching", "largest_matchings", "fuzzed_json")
RANKING = ("ranking_ground", "ranking_ends", "ranking", "ranking_oracle")

PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "scorer": {"seating/scoring.py": ("scoring", "seating", "replanning")},
    "validation": {
        "fields.py": ("seating_contract", "matching_contract", "fuzzed_json"),
        "refusals.py": ("seating_contract", "seating_conflicts", "matching_contract"),
        "seating/contract.py": SEATING,
        "seating/problem.py": SEATING,
        "matching/contract.py": ("matching_contract", "fuzzed_json"),
        "matching/problem.py": MATCHING,
        "ranking/rows.py": ("ranking_rows",),
        "ranking/tables.py": RANKING,
    },
    "matching": {
        "matching/contract.py": ("matching_contract", "fuzzed_json"),
        "matching/enlarging.py": ("walks", "fair_chance", "enlarging", "largest_matchings", "matching"),
        "matching/exact.py": ("integer_programming", *MATCHING),
        "matching/many.py": ("match_many",),
        "matching/market.py": MATCHING,
        "matching/problem.py": MATCHING,
        "matching/proposals.py": ("proposals", *MATCHING),
        "matching/reduction.py": ("reduction", "largest_matchings", "matching"),
        "matching/search.py": ("integer_programming", *MATCHING),
        "matching/stability.py": MATCHING,
        "matching/wishes.py": ("enlarging", "largest_matchings", "matching"),
    },
    "ranking": {
        **{
            f"ranking/{name}.py": RANKING
            for name in ("ground", "index", "reasons", "search", "sides", "tables")
        },
        "ranking/rows.py": ("ranking_rows",),
    },
}


def paths_of_tests(module: str, part: str) -> list[str]:
    """The paths of the tests that are asked about a module, in that order."""
    return [f"tests/mechanisms/test_{name}.py" for name in PARTS[part][module]]
