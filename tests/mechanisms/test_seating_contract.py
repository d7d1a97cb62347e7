"""The JSON contract of seating: every wrong field is named."""

import copy

import pytest

from werktop.mechanisms.refusals import MalformedProblem
from werktop.mechanisms.seating import contract
from werktop.mechanisms.seating.problem import Candidate, Entrepreneur, Plan, Problem, Report, Table

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


AT = {"table": "x", "entrepreneurs": []}
NOBODY = AT | {"candidates": []}


def changed(path, value):
    document = copy.deepcopy(SMALL)
    inner = document
    for step in path[:-1]:
        inner = inner.setdefault(step, {}) if isinstance(inner, dict) else inner[step]
    inner[path[-1]] = value
    return document


@pytest.mark.parametrize(
    ("path", "least", "most", "read"),
    [
        (["rounds"], 1, 40, lambda p: p.rounds),
        (["max_table_size"], 1, 1_000_000, lambda p: p.max_table_size),
        (["entrepreneurs_per_table"], 0, 1_000_000, lambda p: p.entrepreneurs_per_table),
        (["repeat_penalty"], 0, 10**9, lambda p: p.repeat_penalty),
        (["change_cost"], 0, 10**9, lambda p: p.change_cost),
        (["affinity", 2, 1], 0, 1000, lambda p: p.affinity[2, 1]),
    ],
)
def test_numbers_are_taken_from_the_least_to_the_most_and_no_further(path, least, most, read):
    field = f"affinity[{path[1]}][{path[2]}]" if len(path) > 1 else path[0]
    for number in (least, most):
        assert read(contract.parse(changed(path, number))) == number
    for number in (least - 1, most + 1):
        with pytest.raises(MalformedProblem) as refusal:
            contract.parse(changed(path, number))
        assert str(refusal.value) == f"{field}: is {number}, must be from {least} to {most}"


def test_rounds_of_facts_and_absences_lie_within_the_gathering():
    for r in (1, 2):
        fixed = [{"round": r, "person": "e1", "table": "T2"}]
        absent = [{"person": "c1", "from_round": r, "to_round": r}]
        problem = contract.parse(SMALL | {"fixed": fixed, "absent": absent})
        assert problem.fixed == [(r, "e1", "T2")]
        assert problem.absent == [("c1", r, r)]
    for wrong in (0, 3):
        with pytest.raises(MalformedProblem, match=rf"^fixed\[0\].round: is {wrong}, must be from 1 to 2$"):
            contract.parse(SMALL | {"fixed": [{"round": wrong, "person": "c1", "table": "T1"}]})
        for name in ("from_round", "to_round"):
            away = {"person": "c1", "from_round": 1, "to_round": 2} | {name: wrong}
            with pytest.raises(
                MalformedProblem, match=rf"^absent\[0\].{name}: is {wrong}, must be from 1 to 2$"
            ):
                contract.parse(SMALL | {"absent": [away]})


def test_what_may_be_left_out_has_the_value_of_the_contract():
    left = {
        k: v
        for k, v in SMALL.items()
        if k not in ("entrepreneurs_per_table", "repeat_penalty", "entrepreneurs")
    }
    left["entrepreneurs"] = [{"id": "e1"}, {"id": "e2"}]
    left["tables"] = [{"id": "T1", "languages": []}]
    left["candidates"] = [{"id": f"c{i}", "languages": []} for i in range(4)]
    problem = contract.parse(left)
    assert (problem.entrepreneurs_per_table, problem.repeat_penalty) == (2, 50)
    assert [e.own_table for e in problem.entrepreneurs] == [None, None]
    assert not problem.tables[0].step_free and not problem.candidates[0].step_free
    assert (Table("T"), Candidate("c"), Entrepreneur("e")) == (
        ("T", frozenset(), False), ("c", frozenset(), False), ("e", None),
    )  # fmt: skip
    plain = Problem(1, [], [], [], problem.affinity)
    assert (plain.max_table_size, plain.entrepreneurs_per_table, plain.repeat_penalty, plain.change_cost) == (
        8, 2, 50, 0,
    )  # fmt: skip
    null = dict.fromkeys(("apart", "together", "fixed", "absent", "previous"))
    assert contract.parse(SMALL | null).apart == []


def test_everything_that_stands_there_is_read():
    seated = [[{"table": "T9", "candidates": ["c1", "gone"], "entrepreneurs": ["e1"]}], []]
    problem = contract.parse(
        SMALL | {"previous": seated, "apart": [["c1", "c2"]], "together": [["c3", "c0"]]}
    )
    assert problem.tables == [("T1", {"nl", "ar"}, True), ("T2", {"nl"}, False)]
    assert problem.candidates[3] == ("c3", {"nl"}, False)
    assert problem.entrepreneurs == [("e1", None), ("e2", "T2")]
    assert problem.affinity.tolist() == SMALL["affinity"]
    assert (problem.apart, problem.together) == ([("c1", "c2")], [("c3", "c0")])
    assert problem.previous == ((("T9", ("c1", "gone"), ("e1",)),), ())
    answer = contract.as_json(Plan(problem.previous))
    assert answer == {"rounds": seated, "report": None}
    report = Report(1, 2, 3, 4, 0.5, 6, "flow", 0.7, 8, 0.9, 10)
    assert contract.as_json(Plan((), report))["report"] == vars(report)
    assert Plan((), report) == Plan(())  # a plan is its chairs


def test_the_same_fact_twice_is_one_and_two_for_one_person_are_refused():
    one, other = ({"round": 1, "person": "c1", "table": t} for t in ("T1", "T2"))
    assert len(contract.parse(SMALL | {"fixed": [one, one, other | {"round": 2}]}).fixed) == 3
    with pytest.raises(MalformedProblem) as refusal:
        contract.parse(SMALL | {"fixed": [one, other]})
    assert str(refusal.value) == "fixed[1]: c1 is already fixed elsewhere in round 1"


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["version"], 2, "version: only version 1 is known"),
        (["version"], 0, "version: is 0, must be at least 1"),
        (["tables"], [], "tables: at least one table is needed"),
        (["tables", 0], 3, "tables[0]: must be a JSON object"),
        (["tables", 1, "step_free"], 0, "tables[1].step_free: must be true or false"),
        (["tables", 0, "langauges"], [], None),
        (["candidates", 0, "step_free"], None, "candidates[0].step_free: must be true or false"),
        (["candidates", 2, "id"], "T1", "candidates[2].id: 'T1' is already the id at tables[0].id"),
        (["entrepreneurs", 1, "id"], "c3", "entrepreneurs[1].id: 'c3' is already the id at candidates[3].id"),
        (["entrepreneurs", 0, "own_table"], "c1", "entrepreneurs[0].own_table: 'c1' is not a known table"),
        (["affinity"], [[1, 1]], "affinity: has 1 rows for 4 candidates"),
        (["affinity", 3], [1, 2, 3], "affinity[3]: has 3 columns for 2 entrepreneurs"),
        (["affinity", 3, 0], True, "affinity[3][0]: must be a whole number"),
        (["affinity", 3], None, "affinity[3]: must be a list"),
        (["apart"], [["c1"]], "apart[0]: must be a pair of candidates"),
        (["apart"], [["c1", "c2", "c3"]], "apart[0]: must be a pair of candidates"),
        (["apart"], [["c1", "c2"], ["c1", "T1"]], "apart[1][1]: 'T1' is not a known candidate"),
        (["together"], [["e1", "c1"]], "together[0][0]: 'e1' is not a known candidate"),
        (["together"], [["c1", "c1"]], "together[0]: c1 is paired with itself"),
        (["fixed"], [{"round": 1, "person": "T1", "table": "T1"}], "fixed[0].person: 'T1' is not a known person"),
        (["fixed"], [{"round": 1, "person": "e1", "table": "e1"}], "fixed[0].table: 'e1' is not a known table"),
        (["absent"], [{"person": "c9", "from_round": 1, "to_round": 1}], "absent[0].person: 'c9' is not a known person"),
        (["absent"], [{"person": "c1", "from_round": 2, "to_round": 1}], "absent[0].to_round: is 1, must be from 2 to 2"),
        (["previous"], {}, "previous: must be a list"),
        (["previous"], [[], 3], "previous[1]: must be a list"),
        (["previous"], [[3]], "previous[0][0]: must be a JSON object"),
        (["previous"], [[NOBODY | {"table": ""}]], "previous[0][0].table: must be a text that is not empty"),
        (["previous"], [[NOBODY | {"candidates": [""]}]], "previous[0][0].candidates[0]: must be a text that is not empty"),
        (["previous"], [[NOBODY | {"entrepreneurs": "e"}]], "previous[0][0].entrepreneurs: must be a list"),
        (["previous"], [[{"candidate": [], **AT}]], "previous[0][0].candidate: unknown; 'candidates' was meant?"),
        (["chnage_cost"], 1, "chnage_cost: unknown; 'change_cost' was meant?"),
        (["remark"], "hello", None),
    ],
)  # fmt: skip
def test_a_wrong_field_is_named_and_why(path, value, words):
    if words is None:  # what looks like no field, or like one that is there, is left alone
        contract.parse(changed(path, value))
        return
    with pytest.raises(MalformedProblem) as refusal:
        contract.parse(changed(path, value))
    assert str(refusal.value) == words


def test_rounds_alone_are_named_by_themselves():
    with pytest.raises(MalformedProblem, match=r"^rounds\[0\]\[0\].table: is missing$"):
        contract.parse_rounds([[{"candidates": [], "entrepreneurs": []}]])
    for side, name in (("tables", "languages"), ("candidates", "languages"), ("entrepreneurs", "id")):
        document = copy.deepcopy(SMALL)
        del document[side][1][name]
        with pytest.raises(MalformedProblem) as refusal:
            contract.parse(document)
        assert str(refusal.value) == f"{side}[1].{name}: is missing"


def test_a_gathering_without_anybody_can_be_written_down():
    empty = SMALL | {"candidates": [], "entrepreneurs": [], "affinity": []}
    assert contract.parse(empty).affinity.shape == (0, 0)
    assert contract.parse(SMALL | {"entrepreneurs": [], "affinity": [[]] * 4}).affinity.shape == (4, 0)
