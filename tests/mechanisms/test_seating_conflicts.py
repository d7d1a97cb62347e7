"""What cannot be seated is refused with the rules in conflict, as few as can be named, in words."""

import pytest
from tests.mechanisms.problems import gathering, solve

from werktop.mechanisms.refusals import NoPlanPossible, Rule


def refusal_of(document):
    with pytest.raises(NoPlanPossible) as refusal:
        solve(document, steps=10)
    for rule in refusal.value.rules:
        assert rule.text
        assert rule.as_json()["rule"] == rule.kind
    return refusal.value.rules


def kinds(rules):
    return sorted(rule.kind for rule in rules)


def plain(**changes):
    return gathering(12, 3, 2, 1, special=False) | changes


def test_too_few_entrepreneurs_says_how_many_tables_to_close():
    document = gathering(50, 7, 1, 2, special=False)
    away = [{"person": e, "from_round": 1, "to_round": 1} for e in ("e1", "e4", "e9")]
    (rule,) = refusal_of(document | {"absent": away})
    assert rule.kind == "too_few_entrepreneurs"
    assert rule.numbers["close_tables"] == 2
    assert (rule.round, rule.numbers["needed"], rule.numbers["present"]) == (1, 14, 11)
    assert "close 2 table" in rule.text
    assert set(rule.ids) == {"e1", "e4", "e9"}


def test_too_few_chairs_says_what_would_do():
    (rule,) = refusal_of(plain(max_table_size=3))
    assert (rule.kind, rule.numbers["more_tables"], rule.numbers["chairs_per_table"]) == (
        "too_few_chairs",
        1,
        4,
    )


def test_a_guest_whose_language_no_host_speaks_is_named():
    document = plain()
    document["candidates"][5] = {"id": "c5", "languages": ["so"], "step_free": False}
    (rule,) = refusal_of(document)
    assert (rule.kind, rule.ids) == ("language", ("c5",))


def test_a_guest_who_needs_a_step_free_table_is_named_when_there_is_none():
    document = plain()
    document["tables"] = [t | {"step_free": False} for t in document["tables"]]
    document["candidates"][5] = {"id": "c5", "languages": ["nl"], "step_free": True}
    (rule,) = refusal_of(document)
    assert (rule.kind, rule.ids) == ("step_free", ("c5",))


def test_language_and_step_free_together_are_both_named():
    document = plain()
    document["tables"][2] = {"id": "T2", "languages": ["tr"], "step_free": False}
    document["candidates"][5] = {"id": "c5", "languages": ["tr"], "step_free": True}
    rules = refusal_of(document)
    assert kinds(rules) == ["language", "step_free"]
    assert all(rule.ids == ("c5",) for rule in rules)


def test_more_speakers_of_a_language_than_chairs_with_that_host():
    document = plain()
    document["tables"][2] = {"id": "T2", "languages": ["nl", "tr"], "step_free": False}
    for i in range(6):
        document["candidates"][i] = {"id": f"c{i}", "languages": ["tr"], "step_free": False}
    rules = refusal_of(document | {"max_table_size": 12})
    assert kinds(rules) == ["even_sizes", "language"]
    named = next(rule for rule in rules if rule.kind == "language")
    assert len(named.ids) == 5  # any five of the six are one more than the four chairs
    assert "T2" in named.text
    assert kinds(refusal_of(document | {"max_table_size": 4})) == ["language", "max_table_size"]


def test_apart_and_together_contradict_each_other():
    rules = refusal_of(plain(together=[["c1", "c2"], ["c2", "c3"]], apart=[["c1", "c3"]]))
    assert kinds(rules) == ["apart", "together"]
    assert next(r for r in rules if r.kind == "together").ids == ("c1", "c2", "c3")


def test_too_many_companions_for_a_table():
    chain = [[f"c{i}", f"c{i + 1}"] for i in range(6)]
    rules = refusal_of(plain(together=chain, max_table_size=4))
    assert kinds(rules) == ["max_table_size", "together"]
    assert len(next(r for r in rules if r.kind == "together").ids) == 5


def test_four_people_who_must_all_sit_apart_at_three_tables():
    four = [["c0", "c1"], ["c0", "c2"], ["c0", "c3"], ["c1", "c2"], ["c1", "c3"], ["c2", "c3"], ["c5", "c6"]]
    (rule,) = refusal_of(plain(apart=four))
    assert rule.kind == "apart"
    assert set(rule.ids) == {"c0", "c1", "c2", "c3"}


def test_more_own_tables_than_chairs():
    document = plain()
    document["entrepreneurs"] = [e | {"own_table": "T1"} for e in document["entrepreneurs"]]
    (rule,) = refusal_of(document)
    assert rule.kind == "own_table"
    assert {"e0", "e1", "e2", "T1"} == set(rule.ids)


def test_a_fixed_seat_of_someone_absent():
    away = [{"person": "c1", "from_round": 1, "to_round": 2}]
    fixed = [{"round": 2, "person": "c1", "table": "T1"}]
    (rule,) = refusal_of(plain(absent=away, fixed=fixed))
    assert (rule.kind, rule.ids, rule.round) == ("fixed_and_absent", ("c1",), 2)


def test_companions_fixed_apart_while_a_third_still_comes():
    fixed = [{"round": 1, "person": "c1", "table": "T1"}, {"round": 1, "person": "c2", "table": "T2"}]
    rules = refusal_of(plain(together=[["c1", "c2"], ["c2", "c3"]], fixed=fixed))
    assert kinds(rules) == ["fixed", "together"]


def test_a_fixed_companion_at_a_table_whose_host_the_other_does_not_understand():
    document = plain(together=[["c1", "c2"]], fixed=[{"round": 1, "person": "c1", "table": "T2"}])
    document["tables"][2] = {"id": "T2", "languages": ["tr"], "step_free": False}
    document["candidates"] = [c | {"languages": ["nl", "tr"]} for c in document["candidates"]]
    document["candidates"][2] = {"id": "c2", "languages": ["nl"], "step_free": False}
    assert kinds(refusal_of(document)) == ["fixed", "language", "together"]


def test_a_refusal_is_one_text_and_the_rules_with_all_that_a_page_needs():
    with pytest.raises(NoPlanPossible) as refusal:
        solve(plain(max_table_size=3), steps=10)
    (rule,) = refusal.value.rules
    text = (
        "Round 1: 12 candidates for 3 tables of at most 3 (9 chairs): add 1 table(s), or 4 chairs per table."
    )
    assert (str(refusal.value), rule.text) == (text, text)
    numbers = {"present": 12, "chairs": 9, "more_tables": 1, "chairs_per_table": 4}
    said = {"rule": "too_few_chairs", "text": text, "ids": [], "round": 1, **numbers}
    assert refusal.value.as_json() == {"problem": text, "rules": [said]}
    assert "round" not in Rule("language", "No.").as_json()
    assert str(NoPlanPossible([Rule("a", "No."), Rule("b", "Never.")])) == "No. Never."
