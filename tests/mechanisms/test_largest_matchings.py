"""What is done before and instead of integer programming: impossible wishes go, and stable matchings grow."""

from __future__ import annotations

import itertools
import time
from collections import Counter

import numpy as np
import pytest
from benchmarks.suites.matching.markets import TOWNS, evening, town
from hypothesis import given, settings
from hypothesis import strategies as st

from werktop.mechanisms import matching
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.matching import Candidate, Place, Problem
from werktop.mechanisms.matching.enlarging import enlarge
from werktop.mechanisms.matching.exact import most_pairs, most_served
from werktop.mechanisms.matching.market import open_market
from werktop.mechanisms.matching.proposals import propose
from werktop.mechanisms.matching.reduction import without_impossible

from .test_matching import blocking, problems, stable_matchings


def named(problem, market):
    return {(problem.candidates[i].id, problem.places[e].id) for i, e in market.pairs.tolist()}


def bounds(market):
    every = np.arange(len(market.pairs))
    return most_pairs(market, every), most_served(market, every, 0), most_served(market, every, 1)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(problems(most_candidates=5))
def test_a_wish_that_goes_is_in_no_stable_matching_and_the_others_are_stable_as_before(problem):
    whole = open_market(problem)
    left = without_impossible(whole)
    every = stable_matchings(problem)
    agreed = set(problem.agreed)
    assert set().union(*every) - agreed <= named(problem, left)
    # the same wishes as the only ones on the lists: no matching is stable that was not
    mutual = named(problem, left)
    fewer = Problem(
        [_only(c, {p for x, p in mutual | agreed if x == c.id}) for c in problem.candidates],
        [_only(p, {c for c, x in mutual | agreed if x == p.id}) for p in problem.places],
        problem.agreed,
    )
    assert {frozenset(m) for m in stable_matchings(fewer)} == {frozenset(m) for m in every}


def _only(person, others):
    return person._replace(wants=tuple(tuple(x for x in tier if x in others) for tier in person.wants))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(problems(most_candidates=5))
def test_a_matching_that_grows_stays_stable_and_the_bounds_hold_for_every_stable_matching(problem):
    market = without_impossible(open_market(problem))
    start = propose(market)
    grown = enlarge(market, start, bounds(market))
    pairs = {tuple(pair) for pair in np.array(market.pairs[grown]).tolist()}
    chosen = {(problem.candidates[i].id, problem.places[e].id) for i, e in pairs} | set(problem.agreed)
    assert grown.sum() >= start.sum()
    assert blocking(problem, chosen) == []
    agreed = set(problem.agreed)
    for every in stable_matchings(problem):
        found = every - agreed
        served = [len({x[s] for x in found} - {x[s] for x in agreed}) for s in (0, 1)]
        assert all(
            reached <= most for reached, most in zip((len(found), *served), bounds(market), strict=True)
        )


@pytest.mark.parametrize("town_of", TOWNS.values(), ids=TOWNS)
def test_a_thousand_people_get_99_percent_of_what_is_proven_possible_without_a_search_for_a_proof(town_of):
    problem = town(**town_of)
    report = matching.solve(problem, keep_going=lambda: False).report
    assert report.blocking_pairs == 0
    assert report.size >= 0.99 * report.largest_possible
    market = open_market(problem)
    assert report.size >= propose(market).sum()


def test_as_few_as_can_be_are_left_without_a_talk_where_several_matchings_are_as_large():
    """Two talks each and too few places: everybody can have one."""
    people = [Candidate(f"c{i}", 2, (tuple(f"p{k}" for k in range(4)),)) for i in range(8)]
    places = [Place(f"p{k}", 2, (tuple(f"c{i}" for i in range(8)),)) for k in range(4)]
    report = matching.solve(Problem(people, places), keep_going=lambda: False).report
    assert (report.size, report.unserved, report.exact, report.rule) == (8, (), True, "maximum flow")


@settings(max_examples=60, deadline=None, derandomize=True)
@given(problems(most_candidates=5), st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_listed_decides_nothing(problem, chance):
    mixed = Problem(
        chance.sample(list(problem.candidates), len(problem.candidates)),
        chance.sample(list(problem.places), len(problem.places)),
        chance.sample(list(problem.agreed), len(problem.agreed)),
    )
    assert set(matching.solve(mixed).pairs) == set(matching.solve(problem).pairs)


def test_a_part_too_large_for_the_time_says_that_it_is_not_proven():
    problem = town(**TOWNS["few ties (20%)"])
    quick = matching.solve(problem, keep_going=Deadline(0.001, time.monotonic)).report
    slow = matching.solve(problem).report
    assert (quick.exact, quick.rule) == (False, "approximation")
    assert (slow.exact, slow.size) == (True, slow.largest_possible)
    assert quick.largest_possible >= slow.largest_possible


def test_evenings_of_quick_talks_are_nearly_always_proven_without_integer_programming():
    """Marks from one to ten after talks of some minutes, one talk each, as many evenings as there are in the study of
    Fisman and others (2006), made up here."""
    rules = Counter()
    for seed in range(21):
        report = matching.solve(evening(seed)).report
        assert report.exact
        assert report.blocking_pairs == 0
        rules[report.rule] += 1
    assert rules["integer programming"] <= 5


def test_a_chain_of_ties_through_thousands_of_people_ends_in_an_answer():
    """Everybody is content with the next place along, or with the one at the end."""
    n = 20_000
    people = [Candidate(f"c{i:05}", 1, (("e", f"b{n - i - 1:05}", f"b{n - i:05}"),)) for i in range(n)]
    people.append(Candidate("d", 1, (("e", "b00000"),)))
    by: dict[str, list[str]] = {f"b{k:05}": [] for k in range(n + 1)}
    for one in people:
        for place in one.wants[0][1:]:
            by[place].append(one.id)
    places = [Place("e", 1, (tuple(one.id for one in people),))]
    places += [Place(name, 1, (tuple(names),) if names else ()) for name, names in by.items()]
    kept = without_impossible(open_market(Problem(people, places)))
    assert len(kept.pairs) == 3 * n + 2


def test_a_search_in_a_large_market_ends_when_it_may_not_go_on():
    """Only what is not proven is searched: this town is too large for the first steps to be all."""
    market = without_impossible(open_market(town(people=3_500, places=3_500, length=12, seed=3)))
    start, asked = propose(market), []

    def keep_going():
        asked.append(True)
        return len(asked) < 3

    most = (len(start) + 1, len(start) + 1, len(start) + 1)  # never reached
    found = enlarge(market, start, most, keep_going)
    assert len(asked) == 3
    assert found.sum() >= start.sum()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(problems(most_candidates=5))
def test_in_what_is_left_nobody_is_sure_to_fill_a_place_before_its_last_wish(problem):
    left = without_impossible(open_market(problem))
    assert not [(s, e) for s in (0, 1) for e in range(len(_room(left, s))) if _is_sure_of_better(left, s, e)]


def _room(market, s):
    return (market.seats, market.chairs)[s].tolist()


def _is_sure_of_better(market, s, e):
    """Whether person e of side s need not look at the last tier: those who are liked better cannot all be content when
    a talk of e stays free or goes to somebody liked less (Hall), tried by sending each to one talk in every way."""
    wishes = list(zip(market.pairs.tolist(), market.ranks.tolist(), strict=True))
    tiers = sorted({rank[s] for pair, rank in wishes if pair[s] == e})
    for last in tiers[:-1]:
        room = dict(enumerate(_room(market, s)))
        room[e] -= 1
        options = []
        for pair, rank in wishes:
            if pair[s] == e and rank[s] <= last:
                i, liked = pair[1 - s], rank[1 - s]
                good = [p[s] for p, r in wishes if p[1 - s] == i and r[1 - s] <= liked]
                options.append(good if len(good) - 1 >= _room(market, 1 - s)[i] else [e])
        if not any(all(room[x] >= n for x, n in Counter(way).items()) for way in itertools.product(*options)):
            return True
    return False
