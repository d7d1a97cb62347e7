"""Seating: no hard rule is ever broken, the report is true, and tiny cases are solved to the optimum."""

import itertools
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.mechanisms.problems import gathering, small_problems, solve
from tests.mechanisms.referee import referee

from werktop.mechanisms import seating
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.refusals import NoPlanPossible
from werktop.mechanisms.seating import contract

ROOT = Path(__file__).parents[2]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(small_problems())
def test_no_hard_rule_is_ever_broken_and_the_report_is_true(document):
    try:
        plan, rounds = solve(document, steps=3000)
    except NoPlanPossible as refusal:
        assert refusal.rules
        assert all(rule.text for rule in refusal.rules)
        return
    objective, broken = referee(document, rounds)
    assert broken == []
    assert plan.report.objective == objective
    assert objective <= plan.report.upper_bound
    again = seating.score(contract.parse(document), plan)
    assert again.broken == ()
    assert 0 <= plan.report.worst_served <= 1


@settings(max_examples=150, deadline=None, derandomize=True)
@given(small_problems(most_rounds=1, most_tables=3, most_candidates=5, most_entrepreneurs=0))
def test_a_refusal_means_that_there_is_no_way_at_all(document):
    tables = [t["id"] for t in document["tables"]]
    away = {x["person"] for x in document["absent"]}
    here = [c["id"] for c in document["candidates"] if c["id"] not in away]
    is_possible = any(
        not referee(
            document,
            [
                [
                    {
                        "table": t,
                        "candidates": [c for c, x in zip(here, at, strict=True) if x == t],
                        "entrepreneurs": [],
                    }
                    for t in tables
                ]
            ],
        )[1]
        for at in itertools.product(tables, repeat=len(here))
    )
    try:
        solve(document, steps=10)
    except NoPlanPossible:
        assert not is_possible
    else:
        assert is_possible


def every_seating(n, m, k, T, R):
    """All ways to seat n candidates evenly and k of m entrepreneurs per table, for every round."""

    def splits(people, sizes):
        if not sizes:
            yield []
            return
        for chosen in itertools.combinations(people, sizes[0]):
            for rest in splits([x for x in people if x not in chosen], sizes[1:]):
                yield [chosen, *rest]

    base, extra = divmod(n, T)
    shapes = set(itertools.permutations([base + 1] * extra + [base] * (T - extra)))
    one = [
        (cs, es)
        for shape in shapes
        for cs in splits(range(n), list(shape))
        for es in splits(range(m), [k] * T)
    ]
    return itertools.product(one, repeat=R)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("n", "k", "T", "R"), [(5, 1, 2, 2), (4, 1, 3, 1), (6, 2, 2, 1), (4, 1, 2, 2)])
def test_a_tiny_gathering_is_seated_at_the_optimum(n, k, T, R, seed):
    document = gathering(n, T, R, k, seed, special=False)
    plan, rounds = solve(document, seed=seed, steps=20_000)
    best = -1
    for way in every_seating(n, k * T, k, T, R):
        answer = [
            [
                {
                    "table": f"T{t}",
                    "candidates": [f"c{i}" for i in cs[t]],
                    "entrepreneurs": [f"e{e}" for e in es[t]],
                }
                for t in range(T)
            ]
            for cs, es in way
        ]
        if n * R > 8 and len(set(map(str, answer))) < R:
            continue
        best = max(best, quick(document, answer))
    assert plan.report.objective == best
    assert plan.report.upper_bound >= best


def quick(document, answer):
    """The objective alone, without the referee's rules (these seatings keep them by construction)."""
    met, shared = set(), {}
    for seating_ in answer:
        for t in seating_:
            met |= {(int(c[1:]), int(e[1:])) for c in t["candidates"] for e in t["entrepreneurs"]}
            for pair in itertools.combinations(t["candidates"], 2):
                shared[pair] = shared.get(pair, 0) + 1
    return sum(document["affinity"][c][e] for c, e in met) - 50 * sum(v - 1 for v in shared.values())


def test_the_same_problem_seed_and_steps_give_the_same_plan():
    document = gathering(rounds=2, spare=2)
    first, rounds = solve(document, seed=5, steps=60_000)
    second, again = solve(document, seed=5, steps=60_000)
    assert rounds == again
    assert first.report == second.report
    assert solve(document, seed=6, steps=60_000)[1] != rounds


def test_several_people_may_plan_at_once():
    documents = [gathering(seed=s) for s in range(4)]
    alone = [solve(d, seed=1, steps=40_000)[1] for d in documents]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda d: solve(d, seed=1, steps=40_000)[1], documents))
    assert together == alone


def test_the_search_stops_at_its_deadline_and_beats_a_plan_without_search():
    document = gathering()
    started = time.thread_time()
    plan, rounds = solve(document, keep_going=Deadline(0.4, time.monotonic))
    assert time.thread_time() - started < 2
    assert referee(document, rounds) == (plan.report.objective, [])
    assert plan.report.objective > 1.2 * solve(document, steps=0)[0].report.objective
    asked = iter([True, True, False])
    assert solve(document, keep_going=lambda: next(asked))[0].report.steps > 0


def test_surplus_entrepreneurs_rest_by_turns():
    document = gathering(30, 5, 6, 1, spare=4, special=False)
    plan, rounds = solve(document, steps=50_000)
    assert referee(document, rounds)[1] == []
    seated = [e for seating_ in rounds for t in seating_ for e in t["entrepreneurs"]]
    turns = [seated.count(e["id"]) for e in document["entrepreneurs"]]
    assert max(turns) - min(turns) <= 1


def test_speed_dates_of_one_and_one_let_those_who_wait_take_turns():
    document = gathering(7, 5, 7, 1, spare=2, special=False) | {"max_table_size": 1}
    with pytest.raises(NoPlanPossible) as refusal:
        solve(document, steps=1000)
    assert refusal.value.rules[0].kind == "too_few_chairs"
    problem = seating.with_turns(contract.parse(document))
    plan = seating.solve(problem, steps=20_000)
    assert seating.score(problem, plan).broken == ()
    seated = [c for r in plan.rounds for t in r for c in t.candidates]
    assert {seated.count(c.id) for c in problem.candidates} == {5}


def test_without_entrepreneurs_people_only_meet_each_other():
    document = gathering(16, 4, 4, 0, special=False)
    plan, rounds = solve(document, steps=400_000)
    assert referee(document, rounds) == (plan.report.objective, [])
    assert plan.report.repeated_pairs == 0
    assert plan.report.upper_bound == 0


def test_forty_rounds_are_accepted():
    document = gathering(12, 3, 40, 1, special=False)
    plan, rounds = solve(document, steps=20_000)
    assert referee(document, rounds) == (plan.report.objective, [])
    assert plan.report.objective <= plan.report.upper_bound


def test_the_score_tells_whom_everybody_meets():
    problem = contract.parse(gathering(rounds=2))
    plan = seating.solve(problem, steps=20_000)
    result = seating.score(problem, plan)
    at = next(t for t in plan.rounds[1] if "c9" in t.candidates)
    assert set(at.entrepreneurs) <= set(result.meetings_of["c9"])
    assert all("c9" in result.meetings_of[e] for e in at.entrepreneurs)
    assert result.worst_served == min(result.share_of.values())


def test_after_set_up_no_gathering_waits_for_a_compiler():
    """In a process of its own: other tests have compiled what set-up would miss."""
    words = """
import sys
from numba.core.dispatcher import Dispatcher
from tests.mechanisms.problems import gathering, solve
from werktop.mechanisms.warm import compile_all


def compiled():
    modules = [m for name, m in list(sys.modules.items()) if name.startswith("werktop.mechanisms")]
    found = {id(v): v for m in modules for v in vars(m).values() if isinstance(v, Dispatcher)}
    return {f"{v.py_func.__module__}.{v.py_func.__name__}": set(v.signatures) for v in found.values()}


compile_all()
before = compiled()
sizes = (50, 7, 3), (24, 4, 1), (9, 3, 1, 0), (12, 3, 2, 1), (8, 4, 3, 0), (112, 14, 2)
for size in sizes:
    for special in (True, False):
        solve(gathering(*size, special=special), steps=600)
print(sorted(name for name, signatures in compiled().items() if signatures - before[name]))
"""
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == "[]"


def test_a_hall_with_room_for_thousands_costs_no_memory():
    document = gathering(12, 3, 1, 1) | {"max_table_size": 1_000_000}
    document["fixed"] = [{"round": 1, "person": f"c{i}", "table": "T0"} for i in range(3, 9)]
    assert referee(document, solve(document, steps=1000)[1])[1] == []


def test_a_deadline_that_has_passed_still_gives_a_searched_plan():
    document = gathering()
    plan, rounds = solve(document, keep_going=Deadline(0, time.monotonic))
    assert referee(document, rounds) == (plan.report.objective, [])
    assert plan.report.objective > 1.3 * solve(document, steps=0)[0].report.objective
