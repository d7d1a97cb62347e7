"""Of seating: faults that no test can notice."""

from __future__ import annotations

from tests.mutants.equivalent.reasons import LENGTHS, Fault

ONE_BY_ONE = "which rows are looked through again, number by number"

FAULTS: list[Fault] = [
    (
        ONE_BY_ONE,
        "seating/contract.py",
        "if not all(type(x) is int and 0 <= x <= MOST_AFFINITY for x in row):",
        (
            "if not all((type(x) is int and 0 <= x <= MOST_AFFINITY for x in row)): => if True:",
            "0 <= x <= MOST_AFFINITY => 0 < x <= MOST_AFFINITY",
            "0 <= x <= MOST_AFFINITY => 0 <= x < MOST_AFFINITY",
            "0 => 1",
        ),
    ),
    (
        LENGTHS,
        "seating/scoring.py",
        "for x, name in zip(chairs, (*at.candidates, *at.entrepreneurs), strict=True):",
        ("True => False",),
    ),
]  # fmt: skip
