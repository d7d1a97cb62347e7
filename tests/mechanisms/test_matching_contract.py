"""The JSON contract of matching: what is read, what is answered, and every wrong field named with why."""

import copy

import pytest

from werktop.mechanisms import matching
from werktop.mechanisms.matching import contract
from werktop.mechanisms.refusals import MalformedProblem

SMALL = {
    "version": 1,
    "agreed": [["c2", "e1"]],
    "candidates": [
        {"id": "c1", "capacity": 2, "wants": [["e2"], ["e1"]], "groups": ["young"]},
        {"id": "c2", "capacity": 1, "wants": []},
    ],
    "places": [
        {"id": "e1", "capacity": 2, "wants": [["c1", "c2"]], "reserve": {"young": 1}},
        {"id": "e2", "capacity": 0, "wants": [["c1"]], "reserve": None},
    ],
}


def test_everything_that_stands_there_is_read():
    problem = contract.parse(SMALL)
    assert problem == matching.Problem(
        [
            matching.Candidate("c1", 2, (("e2",), ("e1",)), frozenset({"young"})),
            matching.Candidate("c2", 1, (), frozenset()),
        ],
        [matching.Place("e1", 2, (("c1", "c2"),), {"young": 1}), matching.Place("e2", 0, (("c1",),), {})],
        [("c2", "e1")],
    )
    assert contract.parse({k: v for k, v in SMALL.items() if k != "agreed"}).agreed == []


def test_the_answer_is_lists_and_plain_values():
    answer = contract.as_json(matching.solve(contract.parse(SMALL)))
    assert answer["pairs"] == [["c2", "e1"], ["c1", "e1"]]
    assert answer["report"]["unserved_places"] == ["e2"]
    assert (answer["report"]["size"], answer["report"]["reserves_used"]) == (2, 1)
    assert contract.as_json(matching.Matching((("c1", "e1"),))) == {"pairs": [["c1", "e1"]], "report": None}


@pytest.mark.parametrize("capacity", [0, 1_000_000])
def test_nobody_has_less_than_no_talk_nor_more_than_a_million(capacity):
    for side, name in (("candidates", "c1"), ("places", "e1")):
        document = copy.deepcopy(SMALL)
        document[side][0]["capacity"] = capacity
        assert getattr(contract.parse(document), side)[0].capacity == capacity, name
        document[side][0]["capacity"] = capacity + 1 if capacity else -1
        with pytest.raises(
            MalformedProblem, match=rf"{side}\[0\].capacity: is .*, must be from 0 to 1000000"
        ):
            contract.parse(document)


@pytest.mark.parametrize("kept", [0, 1_000_000])
def test_a_reserve_is_a_number_of_talks(kept):
    document = copy.deepcopy(SMALL)
    document["places"][0]["reserve"] = {"young": kept}
    assert contract.parse(document).places[0].reserve == {"young": kept}
    document["places"][0]["reserve"] = {"young": kept + 1 if kept else -1}
    with pytest.raises(MalformedProblem, match=r"places\[0\].reserve.young"):
        contract.parse(document)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["version"], 2, "version: only version 1 is known"),
        (["version"], 0, "version: is 0, must be at least 1"),
        (["agred"], [], None),
        (["agreed"], {}, "agreed: must be a list"),
        (["agreed", 0], ["c2"], "agreed[0]: must be a candidate and a place"),
        (["agreed", 0], ["c2", "e1", "e2"], "agreed[0]: must be a candidate and a place"),
        (["agreed", 0, 0], "e1", "agreed[0][0]: 'e1' is not a known candidate"),
        (["agreed", 0, 1], "c1", "agreed[0][1]: 'c1' is not a known place"),
        (["candidates"], None, "candidates: must be a list"),
        (["candidates", 1], [], "candidates[1]: must be a JSON object"),
        (["candidates", 1, "id"], "", "candidates[1].id: must be a text that is not empty"),
        (["candidates", 1, "id"], "c1", "candidates[1].id: 'c1' is already the id at candidates[0].id"),
        (["places", 1, "id"], "c1", "places[1].id: 'c1' is already the id at candidates[0].id"),
        (["candidates", 0, "wants", 1], "e1", "candidates[0].wants[1]: must be a list"),
        (["candidates", 0, "wants", 1, 0], "c2", "candidates[0].wants[1][0]: 'c2' is not a known place"),
        (["candidates", 0, "wants", 1, 0], "e2", "candidates[0].wants[1][0]: 'e2' is listed twice"),
        (["places", 0, "wants", 0, 1], "c1", "places[0].wants[0][1]: 'c1' is listed twice"),
        (["candidates", 0, "groups"], "young", "candidates[0].groups: must be a list"),
        (["candidates", 0, "groups"], ["a", 1], "candidates[0].groups[1]: must be a text that is not empty"),
        (["candidates", 0, "group"], ["a"], None),
        (["candidates", 1, "group"], ["a"], "candidates[1].group: unknown; 'groups' was meant?"),
        (["places", 0, "reserve"], ["young"], "places[0].reserve: must be a JSON object of group and number"),
        (["places", 1, "capacty"], 1, None),
        (["candidates", 0, "capacity"], 1.0, "candidates[0].capacity: must be a whole number"),
        (["candidates", 0, "capacity"], True, "candidates[0].capacity: must be a whole number"),
    ],
)
def test_a_wrong_field_is_named_and_why(path, value, words):
    document = copy.deepcopy(SMALL)
    inner = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    if words is None:  # another word beside the one it looks like is left alone
        contract.parse(document)
        return
    with pytest.raises(MalformedProblem) as refusal:
        contract.parse(document)
    field, text = words.split(": ", 1)
    assert (str(refusal.value), refusal.value.field, refusal.value.text) == (words, field, text)
    assert refusal.value.as_json() == {
        "problem": words,
        "rules": [{"rule": "malformed", "text": text, "ids": [], "field": field}],
    }


@pytest.mark.parametrize("path", [["version"], ["candidates"], ["places"]])
def test_a_missing_field_is_named(path):
    document = {key: value for key, value in SMALL.items() if key not in path}
    with pytest.raises(MalformedProblem, match=rf"^{path[0]}: is missing$"):
        contract.parse(document)
    for side in ("candidates", "places"):
        for name in ("id", "capacity", "wants"):
            document = copy.deepcopy(SMALL)
            del document[side][1][name]
            with pytest.raises(MalformedProblem) as refusal:
                contract.parse(document)
            assert str(refusal.value) == f"{side}[1].{name}: is missing"


def test_a_slip_of_the_pen_does_not_drop_a_rule():
    document = {key: value for key, value in SMALL.items() if key != "agreed"} | {"agred": []}
    with pytest.raises(MalformedProblem, match="^agred: unknown; 'agreed' was meant\\?$"):
        contract.parse(document)


def test_no_field_no_path():
    with pytest.raises(MalformedProblem) as refusal:
        contract.parse([])
    assert str(refusal.value) == "must be a JSON object"
