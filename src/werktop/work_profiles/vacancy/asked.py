"""How vacancies ask for the words of the catalogue: the list that is shipped."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

REFERENCE = Path(__file__).parent.parent / "reference"


@lru_cache(maxsize=1)
def ways_by_code() -> dict[str, tuple[str, ...]]:
    """The ways in which a vacancy asks for a competency or an interest, by its code."""
    return _ways("asked.csv")


@lru_cache(maxsize=1)
def needs_by_code() -> dict[str, tuple[str, ...]]:
    """The ways in which a vacancy names a requirement, by its code."""
    return _ways("needs.csv")


def _ways(name: str) -> dict[str, tuple[str, ...]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return {row["code"]: tuple(row["asked"].split("|")) for row in csv.DictReader(file)}
