"""The proof by integer programming, by itself: from the poorest stable matching to the best, and what is said when time ends."""

from __future__ import annotations

import itertools
from types import SimpleNamespace

import numpy as np
import pytest
from benchmarks.suites.matching.markets import evening
from hypothesis import given, settings
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from werktop.mechanisms import matching
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.matching import Candidate, Place, Problem, exact, search
from werktop.mechanisms.matching.exact import Goal, parts, solve_part
from werktop.mechanisms.matching.market import Market, open_market
from werktop.mechanisms.matching.search import _reserves

from .test_matching import problems, quality, stable_matchings

HARD = 51
"""An evening whose best matching takes an integer programme to prove."""


def opened(problem):
    """(market, reserves, every stable matching from poor to good, as pairs and as rows)."""
    market = open_market(problem)
    row = {
        (problem.candidates[i].id, problem.places[e].id): x for x, (i, e) in enumerate(market.pairs.tolist())
    }
    every = sorted(stable_matchings(problem), key=lambda pairs: quality(problem, pairs))
    rows = [np.array(sorted(row[pair] for pair in pairs - set(problem.agreed)), int) for pairs in every]
    return market, _reserves(problem, market), every, rows


@settings(max_examples=150, deadline=None, derandomize=True)
@given(problems(most_candidates=5, most_capacity=3))
def test_from_the_poorest_stable_matching_the_best_is_found_and_proven(problem):
    market, reserves, every, rows = opened(problem)
    part = solve_part(market, np.arange(len(market.pairs)), rows[0], reserves, None)
    found = {(problem.candidates[i].id, problem.places[e].id) for i, e in market.pairs[part.chosen].tolist()}
    assert quality(problem, found | set(problem.agreed)) == quality(problem, every[-1])
    assert (part.is_proven, part.bound) == (True, len(rows[-1]))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(problems(most_candidates=5, most_capacity=3))
def test_matchings_of_one_size_are_put_in_the_order_that_is_wanted(problem):
    market, reserves, every, rows = opened(problem)
    goal = Goal(market, np.arange(len(market.pairs)), reserves)
    for one, other in itertools.pairwise(range(len(every))):
        if len(every[one]) == len(every[other]):
            kinder = quality(problem, every[one]) < quality(problem, every[other])
            assert (goal.kindness(rows[one]) < goal.kindness(rows[other])) == kinder
    for pairs, chosen in zip(every, rows, strict=True):
        if goal.is_proven(chosen):
            assert quality(problem, pairs) == quality(problem, every[-1])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(problems(most_candidates=5, most_capacity=3))
def test_the_bound_of_a_programme_is_what_it_reaches(problem):
    market, reserves, _, rows = opened(problem)
    if not len(market.pairs):
        return
    model = exact._Model(Goal(market, np.arange(len(market.pairs)), reserves))
    chosen, bound, is_proven = model.maximise(model.size_weights(), None, at_least=0)
    assert (len(chosen), bound, is_proven) == (len(rows[-1]), len(rows[-1]), True)


@pytest.mark.parametrize("reserved", range(8))
def test_of_eight_who_are_liked_as_much_the_one_of_the_group_gets_the_reserve(reserved):
    people = [Candidate(f"c{i}", 1, (("p",),), frozenset("a" if i == reserved else "b")) for i in range(8)]
    place = Place("p", 1, (tuple(one.id for one in people),), {"a": 1})
    assert matching.solve(Problem(people, [place])).pairs == ((f"c{reserved}", "p"),)


def test_what_is_kept_for_a_group_is_less_by_the_agreed_talks_with_people_of_the_group_there():
    wanted = tuple((f"c{i}",) for i in range(5))
    groups = ["a", "ab", "b", "", "a"]
    people = [Candidate(f"c{i}", 2, (("p",), ("q",)), frozenset(groups[i])) for i in range(5)]
    places = [Place("p", 5, wanted, {"a": 3, "b": 2}), Place("q", 5, wanted, {"b": 2, "a": 0, "none": 1})]
    agreed = [("c0", "p"), ("c0", "p"), ("c1", "p"), ("c3", "p"), ("c2", "q"), ("c4", "q")]
    problem = Problem(people, places, agreed)
    market = open_market(problem)
    left = _reserves(problem, market)
    assert left.left == [3 - 2, 2 - 1, 0 - 1, 2 - 1, 1]
    open_to = [[people[i].id + places[e].id for i, e in market.pairs[rows].tolist()] for rows in left.pairs]
    assert open_to == [["c4p"], ["c2p"], ["c0q", "c1q"], ["c1q"], []]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(problems(most_candidates=6, most_places=5))
def test_parts_have_nobody_in_common_and_cannot_be_split_further(problem):
    market = open_market(problem)
    split = parts(market)
    assert sorted(x for rows in split for x in rows.tolist()) == list(range(len(market.pairs)))
    for s in (0, 1):
        people = [set(market.pairs[rows, s].tolist()) for rows in split]
        assert sum(map(len, people)) == len(set().union(*people))
    for rows in split:
        reached, left = {int(rows[0])}, set(rows[1:].tolist())
        while found := {x for x in left for y in reached if (market.pairs[x] == market.pairs[y]).any()}:
            reached, left = reached | found, left - found
        assert not left


def test_a_market_with_a_hard_part_and_two_or_three_people_by_themselves_is_proven():
    hard = evening(HARD)
    by_itself = matching.solve(hard).report
    assert by_itself.rule == "integer programming"
    couple = Candidate("x", 1, (("y",),)), Place("y", 1, (("x",),))
    three = Candidate("v", 1, (("w1", "w2"),)), Place("w1", 1, (("v",),)), Place("w2", 1, (("v",),))
    for more in (couple, three):
        answer = matching.solve(Problem([*hard.candidates, more[0]], [*hard.places, *more[1:]]))
        report = answer.report
        assert (report.exact, report.rule, report.blocking_pairs) == (True, "integer programming", 0)
        assert (report.size, report.largest_possible) == (by_itself.size + 1, by_itself.largest_possible + 1)
        assert sum(c == more[0].id for c, _ in answer.pairs) == 1
    late = matching.solve(hard, keep_going=Deadline(1.0, iter([0.0, *[2.0] * 99]).__next__)).report
    assert (late.exact, late.rule) == (False, "approximation")
    assert by_itself.largest_possible <= late.largest_possible


def test_the_proof_of_each_part_gets_the_time_that_is_left_or_none_or_as_much_as_it_takes(monkeypatch):
    asked = []

    def solved(market, rows, start, reserves, seconds_left):
        asked.append(seconds_left)
        return exact.Part(start, len(start), False, "approximation")

    monkeypatch.setattr(search, "solve_part", solved)
    deadline = Deadline(9.0, itertools.repeat(0.0).__next__)
    for keep_going in (deadline, None, lambda: True, lambda: False):
        answer = matching.solve(evening(HARD), keep_going=keep_going)
        assert answer.report.rule == "approximation"
    in_time, without_end, going_on, stopped = asked
    assert (in_time(), without_end, going_on, stopped()) == (9.0, None, None, 0.0)


def test_seconds_are_those_of_the_deadline_to_a_tenth_of_a_millisecond():
    problem = Problem([Candidate("c", 1, (("p",),))], [Place("p", 1, (("c",),))])
    assert matching.solve(problem).report.seconds == 0.0
    clock = itertools.chain([0.0], itertools.repeat(0.123_456))
    assert matching.solve(problem, keep_going=Deadline(1.0, clock.__next__)).report.seconds == 0.1235


@pytest.fixture
def hard():
    """(market, rows, a matching that is far from the best, the size that nothing exceeds)."""
    from werktop.mechanisms.matching.proposals import propose
    from werktop.mechanisms.matching.reduction import without_impossible

    problem = evening(HARD)
    market = without_impossible(open_market(problem))
    rows = max(parts(market), key=len)
    start = np.intersect1d(np.flatnonzero(propose(market)), rows)[2:]
    return market, rows, start, exact.most_pairs(market, rows)


NONE = exact.Reserves([], [])


def test_where_too_many_people_or_too_little_time_are_no_proof_is_sought(hard, monkeypatch):
    market, rows, start, most = hard
    people = sum(len(set(market.pairs[rows, s].tolist())) for s in (0, 1))

    def rule(seconds_left=None):
        part = solve_part(market, rows, start, NONE, seconds_left)
        assert part.is_proven == (part.rule == "integer programming")
        if not part.is_proven:
            assert np.array_equal(part.chosen, start) and part.bound == most
        return part.rule

    assert rule() == rule(lambda: 60.0) == "integer programming"
    assert rule(lambda: exact.SECONDS_TO_BEGIN * len(rows)) == "approximation"
    monkeypatch.setattr(exact, "MOST_PEOPLE", people)
    assert rule() == "integer programming"
    monkeypatch.setattr(exact, "MOST_PEOPLE", people - 1)
    assert rule() == "approximation"


def test_of_what_a_programme_says_that_is_broken_off_only_what_is_better_and_proven_is_taken(
    hard, monkeypatch
):
    market, rows, start, most = hard
    goal = Goal(market, rows, NONE)
    same, larger = start[::-1], rows[: len(start) + 1]
    assert len(start) + 1 < most and not goal.is_reached(start)

    def solved(*answers):
        said = iter(answers)
        monkeypatch.setattr(exact._Model, "maximise", lambda *_, **__: next(said))
        part = solve_part(market, rows, start, NONE, None)
        assert next(said, "nothing left") == "nothing left"
        return part.chosen.tolist(), part.bound, part.is_proven, part.rule

    def plain(rows):
        return rows.tolist()

    assert solved((None, most + 9, False)) == (plain(start), most, False, "approximation")
    assert solved((None, most - 1, False)) == (plain(start), most - 1, False, "approximation")
    assert solved((same, most, False)) == (plain(start), most, False, "approximation")
    assert solved((larger, most, False)) == (plain(larger), most, False, "approximation")
    n = len(start)
    assert solved((None, n, False), (None, 0, False)) == (plain(start), n, False, "approximation")
    assert solved((start, n, True), (start, 0, True)) == (plain(start), n, True, "integer programming")
    worse = rows[:n]
    assert goal.kindness(worse) < goal.kindness(start)
    assert solved((start, n, True), (worse, 0, False)) == (plain(start), n, False, "approximation")
    assert solved((worse, n, True), (start, 0, False))[0] == plain(start)
    # what is as good changes nothing, and what cannot be better is not asked about a second time
    assert solved((start, n, True), (same, 0, True)) == (plain(start), n, True, "integer programming")
    whole = largest_of_all(market, rows)
    assert goal.is_reached(whole)
    assert solved((whole, most, True)) == (plain(whole), most, True, "integer programming")


def largest_of_all(market, rows):
    """As many of these wishes as can be met if stability does not matter, one talk each."""
    table = coo_array((np.ones(len(rows)), market.pairs[rows].T))
    place = maximum_bipartite_matching(table.tocsr(), perm_type="column")
    return np.array([x for x in rows if place[market.pairs[x, 0]] == market.pairs[x, 1]])


@pytest.mark.parametrize(("people", "rule"), [(800, "integer programming"), (801, "approximation")])
def test_a_proof_is_sought_for_eight_hundred_people_who_depend_on_each_other_and_not_for_more(
    people, rule, monkeypatch
):
    """A ring in which everybody is content with either neighbour, and one more who likes a place in it."""
    n = people // 2
    pairs = np.array([*((i, e) for i in range(n) for e in (i, (i + 1) % n)), *[(n, 0)] * (people % 2)])
    ones, nobody = np.ones(n + 1, int), np.zeros(n + 1, bool)
    market = Market(pairs, np.zeros_like(pairs), ones, ones[:n], nobody, nobody[:n])
    whole = np.arange(0, 2 * n, 2)
    monkeypatch.setattr(exact._Model, "maximise", lambda *_, **__: (whole, n, True))
    assert solve_part(market, np.arange(len(pairs)), whole[1:], NONE, None).rule == rule


def test_only_talks_that_are_left_and_can_be_had_are_reserved():
    market = open_market(
        Problem(
            [Candidate(f"c{i}", 1, (("p",),)) for i in range(4)], [Place("p", 1, (("c0", "c1", "c2", "c3"),))]
        )
    )
    goal = Goal(market, np.array([1, 2, 3]), exact.Reserves([-1, 0, 2, 1, 3], [[1], [2], [], [0, 3], [0]]))
    assert goal.reserved == [(1, [2])]
    assert (goal.most_used, goal.place, goal.candidate) == (1, 2, 4)


def test_a_programme_is_given_the_time_that_is_left_or_so_many_branches_and_its_bound_is_rounded_down(
    hard, monkeypatch
):
    market, rows, *_ = hard
    model = exact._Model(Goal(market, rows, NONE))
    asked = []

    def ask(seconds_left, **said):
        def milp(*_, options, **__):
            asked.append(options)
            return SimpleNamespace(**{"x": None, "status": 1} | said)

        monkeypatch.setattr(exact, "milp", milp)
        return model.maximise(model.size_weights(), seconds_left, at_least=0)

    assert ask(None, mip_dual_bound=-7.3) == (None, 7, False)
    assert ask(lambda: 2.0, mip_dual_bound=-7.999_999_9) == (None, 8, False)
    for nothing in ({}, {"mip_dual_bound": None}, {"mip_dual_bound": -np.inf}):
        assert ask(lambda: -1.0, **nothing)[1] > len(rows)
    assert asked[:3] == [
        {"mip_rel_gap": 0.0, "node_limit": 5_000},
        {"mip_rel_gap": 0.0, "time_limit": 2.0},
        {"mip_rel_gap": 0.0, "time_limit": 0.005},
    ]
