"""Problems in JSON of which something is off: an answer that keeps the rules, or a refusal that names the field. Nothing else."""

from __future__ import annotations

import copy
import json
import random
import re
from typing import Any

import pytest
from tests.mechanisms.test_seating_contract import SMALL

from werktop.mechanisms import matching, seating
from werktop.mechanisms.matching import contract as matching_contract
from werktop.mechanisms.refusals import MalformedProblem, NoPlanPossible
from werktop.mechanisms.seating import contract as seating_contract

SEATING = SMALL | {
    "apart": [["c1", "c2"]],
    "together": [["c0", "c3"]],
    "fixed": [{"round": 1, "person": "c1", "table": "T1"}],
    "absent": [{"person": "c2", "from_round": 2, "to_round": 2}],
    "previous": [[{"table": "T1", "candidates": ["c1"], "entrepreneurs": ["e1"]}]],
    "change_cost": 3,
}
MATCHING = {
    "version": 1,
    "agreed": [["c1", "p1"]],
    "candidates": [
        {"id": "c1", "capacity": 2, "wants": [["p1"], ["p2", "p3"]], "groups": ["g"]},
        {"id": "c2", "capacity": 1, "wants": [["p2"]], "groups": []},
    ],
    "places": [
        {"id": "p1", "capacity": 1, "wants": [["c1"]], "reserve": {"g": 1}},
        {"id": "p2", "capacity": 2, "wants": [["c1", "c2"]]},
        {"id": "p3", "capacity": 0, "wants": []},
    ],
}
EACH = 300
ODD: list[Any] = [
    None, True, False, 0, -1, 1, 2, 3.5, 1e308, 2**70, -(2**70), float("nan"), float("inf"), "", " ", "c1", "T1", "e1",
    "p1", "\x00", "\ud800", "☃\udfff",
    "é" * 500, [], [[]], {}, [None], ["c1"], ["c1", "c1"], {"id": "c1"}, {"": 1}, [1, 2, 3], "2026-11-24",
]  # fmt: skip
"""What stands where something else should."""


def places_in(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Each place in a document, as the keys that lead to it."""
    found = [path] if path else []
    below = (
        document.items()
        if isinstance(document, dict)
        else enumerate(document)
        if isinstance(document, list)
        else ()
    )
    for key, value in below:
        found += places_in(value, (*path, key))
    return found


def spoiled(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The document with one to three places taken away, doubled, replaced, or given something more."""
    made = copy.deepcopy(document)
    for _ in range(chance.randint(1, 3)):
        *above, last = chance.choice(places_in(made))
        holder = made
        for key in above:
            holder = holder[key]
        what = chance.choice(["replace", "replace", "remove", "double", "more"])
        if what == "replace":
            holder[last] = copy.deepcopy(chance.choice(ODD))
        elif what == "remove":
            del holder[last]
        elif isinstance(holder, list):
            holder.insert(
                last, copy.deepcopy(holder[last]) if what == "double" else copy.deepcopy(chance.choice(ODD))
            )
        else:
            holder[str(chance.choice(["more", "id", "groups", ""]))] = copy.deepcopy(chance.choice(ODD))
    return made


def solve_seating(document: Any) -> None:
    problem = seating_contract.parse(document)
    plan = seating.solve(problem, seed=1, steps=20)
    assert not seating.score(problem, plan.rounds).broken
    json.dumps(seating_contract.as_json(plan), allow_nan=False)


def solve_matching(document: Any) -> None:
    found = matching.solve(matching_contract.parse(document))
    json.dumps(matching_contract.as_json(found), allow_nan=False)


@pytest.mark.parametrize(("solve", "whole"), [(solve_seating, SEATING), (solve_matching, MATCHING)])
@pytest.mark.parametrize("seed", range(2))
def test_what_is_off_is_answered_or_named(solve, whole, seed):
    solve(whole)
    chance = random.Random(seed)
    refused = 0
    for _ in range(EACH):
        document = spoiled(whole, chance)
        try:
            solve(document)
        except MalformedProblem as refusal:
            refused += 1
            names = re.findall(r"[^.\[\]]+", refusal.field)
            assert not names or names[0] in {*whole, *document}, refusal
            assert refusal.text and json.dumps(refusal.as_json())
        except NoPlanPossible as refusal:
            assert refusal.rules and json.dumps(refusal.as_json())
        except Exception as fault:
            raise AssertionError(json.dumps(document)) from fault
    assert EACH / 5 < refused < EACH
