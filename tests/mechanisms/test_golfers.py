"""Rounds in which nobody meets the same person twice: the algebra, and when the search opens with it."""

import numpy as np
import pytest
from tests.mechanisms.problems import gathering, solve
from tests.mechanisms.referee import referee

from werktop.mechanisms.seating.golfers import field, rounds_without_repeats

FIELDS = [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27, 32, 49, 64, 81, 121, 125, 128]


@pytest.mark.parametrize("q", FIELDS)
def test_products_and_differences_are_those_of_a_field(q):
    times, minus = field(q)
    a, b, c = np.random.default_rng(q).integers(0, q, (3, 3000))
    assert (times == times.T).all() and (times[0] == 0).all() and (times[1] == np.arange(q)).all()
    assert (np.sort(times[1:], axis=1) == np.arange(q)).all()
    assert (times[times[a, b], c] == times[a, times[b, c]]).all()
    assert (times[a, minus[b, c]] == minus[times[a, b], times[a, c]]).all()
    assert (minus[a, a] == 0).all() and (minus[minus[a, b], minus[c, b]] == minus[a, c]).all()


@pytest.mark.parametrize("q", [1, 6, 10, 12, 15, 36, 100])
def test_there_is_no_field_of_another_size(q):
    assert field(q) == (None, None)


@pytest.mark.parametrize(
    ("tables", "people", "rounds"),
    [(8, 32, 9), (7, 49, 8), (9, 27, 13), (4, 16, 5), (16, 64, 21), (7, 45, 7), (8, 30, 8), (5, 3, 5), (6, 12, 1), (7, 50, 1)],
)  # fmt: skip
def test_nobody_shares_a_table_with_the_same_person_twice(tables, people, rounds):
    made = rounds_without_repeats(tables, people)
    assert made.shape == (rounds, people)
    met = sum((at[:, None] == at[None, :]).astype(int) for at in made) - rounds * np.eye(people, dtype=int)
    assert met.max() <= 1
    sizes = np.array([np.bincount(at, minlength=tables) for at in made])
    assert sizes.max() - sizes.min() <= 1


def golfers(groups, size, rounds, **more):
    return gathering(groups * size, groups, rounds, k=0, special=False) | more


@pytest.mark.parametrize(("groups", "size", "rounds"), [(8, 4, 9), (7, 7, 8), (9, 3, 13), (8, 8, 9)])
def test_social_golfers_are_seated_without_a_search(groups, size, rounds):
    problem = golfers(groups, size, rounds)
    plan, found = solve(problem)
    assert referee(problem, found) == (0, [])
    assert (plan.report.objective, plan.report.upper_bound, plan.report.steps) == (0, 0, 0)


def test_more_rounds_than_are_known_keep_the_known_ones():
    problem = golfers(5, 5, 7)
    plan, found = solve(problem, steps=100_000)
    objective, broken = referee(problem, found)
    # six rounds use up all pairs: whatever the seventh is, its fifty pairs are repeated
    assert (objective, broken, plan.report.repeated_pairs) == (-2500, [], 50)


@pytest.mark.parametrize(
    "rule",
    [
        {"apart": [["c0", "c8"]]},
        {"together": [["c0", "c1"]]},
        {"absent": [{"person": "c3", "from_round": 2, "to_round": 2}]},
        {"fixed": [{"round": 1, "person": "c0", "table": "T5"}]},
    ],
)
def test_any_rule_is_kept_and_leaves_the_rest_to_the_search(rule):
    problem = golfers(8, 4, 3, **rule) | {"max_table_size": 5}
    _plan, found = solve(problem, steps=20_000)
    assert referee(problem, found)[1] == []
