"""Seating on the day: begun rounds stay, few chairs change, and a move by hand shows what it does."""

import pytest
from tests.mechanisms.problems import gathering, solve
from tests.mechanisms.referee import referee

from werktop.mechanisms import seating
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
