"""The JSON contract of seating: every wrong field is named."""

import copy

import pytest

from werktop.mechanisms.refusals import MalformedProblem
from werktop.mechanisms.seating import contract

SMALL = {
    "version": 1,
    "rounds": 2,
    "max_table_size": 3,
    "entrepreneurs_per_table": 1,
    "repeat_penalty": 50,
    "tables": [
        {"id": "T1", "languages": ["nl", "ar"], "step_free": True},
        {"id": "T2", "languages": ["nl"], "step_free": False},
    ],
    "candidates": [{"id": f"c{i}", "languages": ["nl"], "step_free": False} for i in range(4)],
    "entrepreneurs": [{"id": "e1", "own_table": None}, {"id": "e2", "own_table": "T2"}],
    "affinity": [[520, 1], [0, 1000], [3, 4], [5, 6]],
}


def test_the_fields_after_affinity_may_be_left_out():
    problem = contract.parse(SMALL)
    assert (problem.apart, problem.fixed, problem.previous, problem.change_cost) == ([], [], None, 0)
    assert problem.affinity[0, 0] == 520


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (["version"], 2, "version"),
        (["rounds"], 0, "rounds"),
        (["rounds"], 41, "rounds"),
        (["rounds"], True, "rounds"),
        (["max_table_size"], 0, "max_table_size"),
        (["entrepreneurs_per_table"], -1, "entrepreneurs_per_table"),
        (["entrepreneurs_per_table"], 1.5, "entrepreneurs_per_table"),
        (["repeat_penalty"], "50", "repeat_penalty"),
        (["tables"], [], "tables"),
        (["tables", 0, "id"], "T2", "tables[1].id"),
        (["tables", 1, "languages"], "nl", "tables[1].languages"),
        (["tables", 0, "step_free"], 1, "tables[0].step_free"),
        (["candidates", 2, "id"], "T1", "candidates[2].id"),
        (["candidates", 2, "languages"], [None], "candidates[2].languages[0]"),
        (["candidates", 3], None, "candidates[3]"),
        (["entrepreneurs", 0, "own_table"], "T9", "entrepreneurs[0].own_table"),
        (["affinity"], [[1, 1]], "affinity"),
        (["affinity", 1], [1], "affinity[1]"),
        (["affinity", 1, 0], 1001, "affinity[1][0]"),
        (["affinity", 1, 0], 2.0, "affinity[1][0]"),
        (["apart"], [["c1", "e1"]], "apart[0][1]"),
        (["apart"], [["c1"]], "apart[0]"),
        (["together"], [["c1", "c1"]], "together[0]"),
        (["fixed"], [{"round": 3, "person": "c1", "table": "T1"}], "fixed[0].round"),
        (["fixed"], [{"round": 1, "person": "x", "table": "T1"}], "fixed[0].person"),
        (["fixed"], [{"round": 1, "person": "c1"}], "fixed[0].table"),
        (["absent"], [{"person": "c1", "from_round": 2, "to_round": 1}], "absent[0].to_round"),
        (
            ["previous"],
            [[{"table": "T1", "candidates": "c1", "entrepreneurs": []}]],
            "previous[0][0].candidates",
        ),
        (["change_cost"], -1, "change_cost"),
        (["togehter"], [["c1", "c2"]], "togehter"),
    ],
)
def test_a_wrong_field_is_named(path, value, field):
    document = copy.deepcopy(SMALL)
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(MalformedProblem) as refusal:
        contract.parse(document)
    assert refusal.value.field == field
    assert field in refusal.value.as_json()["problem"]


@pytest.mark.parametrize("name", ["version", "rounds", "max_table_size", "tables", "candidates", "affinity"])
def test_a_missing_field_is_named(name):
    with pytest.raises(MalformedProblem, match=name):
        contract.parse({key: value for key, value in SMALL.items() if key != name})


@pytest.mark.parametrize("document", [None, [], 3, "x"])
def test_something_else_than_an_object_is_refused(document):
    with pytest.raises(MalformedProblem):
        contract.parse(document)
