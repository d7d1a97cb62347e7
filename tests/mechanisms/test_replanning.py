"""Seating on the day: begun rounds stay, few chairs change, and a move by hand shows what it does."""

import random

import pytest
from tests.mechanisms.problems import gathering, solve
from tests.mechanisms.referee import referee

from werktop.mechanisms import seating
from werktop.mechanisms.refusals import NoPlanPossible
from werktop.mechanisms.seating import contract


def test_replanning_keeps_begun_rounds_and_changes_few_chairs():
    document = gathering(rounds=2)
    before, rounds = solve(document, steps=100_000)
    begun = [
        {"round": 1, "person": x, "table": t["table"]}
        for t in rounds[0]
        for x in t["candidates"] + t["entrepreneurs"]
    ]
    late = dict(document)
    late["candidates"] = document["candidates"] + [{"id": "late", "languages": ["nl"], "step_free": False}]
    late["affinity"] = document["affinity"] + [[500] * len(document["entrepreneurs"])]
    late["max_table_size"] = 9
    late |= {
        "fixed": begun,
        "absent": [
            {"person": "late", "from_round": 1, "to_round": 1},
            {"person": "c20", "from_round": 2, "to_round": 2},
        ],
        "previous": rounds,
        "change_cost": 2000,
    }
    plan, again = solve(late, steps=60_000)
    assert again[0] == rounds[0]
    assert referee(late, again) == (plan.report.objective, [])
    assert plan.report.chairs_changed <= 3


def test_a_begun_round_with_a_missing_entrepreneur_is_a_fact():
    document = gathering(10, 2, 2, 1, special=False, spare=1)
    facts = [{"round": 1, "person": f"c{i}", "table": f"T{i % 2}"} for i in range(10)]
    facts.append({"round": 1, "person": "e0", "table": "T0"})
    away = [{"person": e, "from_round": 1, "to_round": 1} for e in ("e1", "e2")]
    plan, rounds = solve(document | {"fixed": facts, "absent": away}, steps=5000)
    assert [t["entrepreneurs"] for t in rounds[0]] == [["e0"], []]
    assert seating.score(contract.parse(document | {"fixed": facts, "absent": away}), plan).broken == ()


def test_moves_by_hand_show_their_effect_and_the_rules_they_break():
    problem = contract.parse(gathering(rounds=1))
    plan = seating.solve(problem, steps=50_000)
    where = {c: at.table for at in plan.rounds[0] for c in at.candidates}
    other = next(c for c in where if where[c] not in ("T0", where["c0"]))
    effect = seating.effect_of_swap(problem, plan, round=1, person="c0", other=other)
    assert "language" in {rule.kind for rule in effect.newly_broken}
    back = seating.effect_of_swap(problem, effect.plan, round=1, person="c0", other=other)
    assert back.gain == -effect.gain
    assert back.after == effect.before
    moved = seating.effect_of_move(problem, plan, round=1, person="c0", table="T3")
    assert "c0" in next(at for at in moved.plan.rounds[0] if at.table == "T3").candidates
    gone = seating.effect_of_move(problem, plan, round=1, person="c0", table=None)
    assert "no_chair" in {rule.kind for rule in gone.newly_broken}
    with pytest.raises(ValueError, match="T99"):
        seating.effect_of_move(problem, plan, round=1, person="c0", table="T99")
    with pytest.raises(ValueError, match="e1"):
        seating.effect_of_swap(problem, plan, round=1, person="c0", other="e1")


def test_a_late_comer_finds_a_chair_in_a_begun_round_though_sizes_get_uneven():
    document = gathering(16, 4, 1, 1)  # only T0 has a host who speaks Arabic
    _, rounds = solve(document, steps=1000)
    document["fixed"] = [
        {"round": 1, "person": x, "table": t["table"]}
        for t in rounds[0]
        for x in t["candidates"] + t["entrepreneurs"]
    ]
    document["candidates"].append({"id": "late", "languages": ["ar"], "step_free": False})
    document["affinity"].append([0] * 4)
    document["max_table_size"] = 5
    plan, again = solve(document, steps=1000)
    assert "late" in again[0][0]["candidates"]
    document["fixed"] = [f for f in document["fixed"] if f["table"] != "T0" or f["person"][0] == "e"]
    document["candidates"].append({"id": "later", "languages": ["ar"], "step_free": False})
    document["affinity"].append([0] * 4)
    assert referee(document, solve(document, steps=1000)[1])[1] == []


def hall(candidates, tables, most, fixed, languages=None, step_free=()):
    """One round without entrepreneurs: who sits where already, and what languages candidates and hosts speak."""
    spoken = languages or {}
    return {
        "version": 1,
        "rounds": 1,
        "max_table_size": most,
        "entrepreneurs_per_table": 0,
        "repeat_penalty": 0,
        "tables": [{"id": t, "languages": spoken.get(t, ["nl"]), "step_free": True} for t in tables],
        "candidates": [{"id": c, "languages": spoken.get(c, ["nl"]), "step_free": False} for c in candidates],
        "entrepreneurs": [],
        "affinity": [[] for _ in candidates],
        "fixed": [{"round": 1, "person": person, "table": table} for person, table in fixed],
    }


def sizes(document):
    return [len(t["candidates"]) for t in solve(document, steps=2000)[1][0]]


def test_where_facts_leave_no_even_sizes_they_are_as_near_to_each_other_as_can_be():
    """Six of ten can only sit with the host of T0: refused as a plan; on the day, with somebody seated, 6 and 4, never 9 and 1."""
    arabic = [f"a{i}" for i in range(6)]
    document = hall(
        [*arabic, "n0", "n1", "n2", "n3"],
        ["T0", "T1"],
        12,
        [("n0", "T1")],
        {"T0": ["nl", "ar"], **dict.fromkeys(arabic, ["ar"])},
    )
    assert sizes(document) == [6, 4]
    with pytest.raises(NoPlanPossible):
        sizes(document | {"fixed": []})


@pytest.mark.parametrize(
    ("seated", "late", "expected"),
    [((9, 7), 1, [9, 8]), ((10, 5, 5), 3, [10, 7, 6]), ((9, 2, 8), 6, [9, 8, 8])],
)
def test_a_table_that_is_too_full_already_leaves_the_free_chairs_to_who_comes_late(seated, late, expected):
    tables = [f"T{t}" for t in range(len(seated))]
    people = [f"c{i}" for i in range(sum(seated) + late)]
    there = [table for table, count in zip(tables, seated, strict=True) for _ in range(count)]
    fixed = list(zip(people, there, strict=False))
    assert sorted(sizes(hall(people, tables, 8, fixed)), reverse=True) == expected
    full = hall([*people, *(f"more{i}" for i in range(20))], tables, 8, fixed)
    with pytest.raises(NoPlanPossible) as refused:
        sizes(full)
    numbers = refused.value.rules[0].numbers
    assert refused.value.rules[0].kind == "too_few_chairs" and numbers["more_tables"] > 0
    assert numbers["chairs_per_table"] * len(tables) >= numbers["present"] > numbers["chairs"]


def test_in_which_order_people_and_tables_are_listed_makes_no_difference():
    document = gathering(20, 4, 2, 2, spare=1)
    before, rounds = solve(document, steps=20_000, seed=3)
    chance = random.Random(7)
    rows, columns = list(range(20)), list(range(len(document["entrepreneurs"])))
    for _ in range(3):
        chance.shuffle(rows)
        chance.shuffle(columns)
        other = document | {
            "tables": chance.sample(document["tables"], 4),
            "candidates": [document["candidates"][i] for i in rows],
            "entrepreneurs": [document["entrepreneurs"][e] for e in columns],
            "affinity": [[document["affinity"][i][e] for e in columns] for i in rows],
            "apart": [pair[::-1] for pair in document["apart"]],
            "together": [pair[::-1] for pair in document["together"]],
        }
        plan, again = solve(other, steps=20_000, seed=3)
        assert plan.report == before.report
        assert [at["table"] for at in again[0]] == [table["id"] for table in other["tables"]]
        assert as_sets(again) == as_sets(rounds)


def as_sets(rounds):
    return [
        {at["table"]: (frozenset(at["candidates"]), frozenset(at["entrepreneurs"])) for at in seating}
        for seating in rounds
    ]
