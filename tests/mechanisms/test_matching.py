"""Matching after the talks: stable, as large as can be, agreed pairs stand. Checked against brute force."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from werktop.mechanisms import matching
from werktop.mechanisms.deadline import Deadline
from werktop.mechanisms.matching import Candidate, Place, Problem
from werktop.mechanisms.matching.market import open_market
from werktop.mechanisms.matching.proposals import propose


@st.composite
def problems(draw, most_candidates=4, most_places=4, most_capacity=2, ties=True):
    """Small two-sided wishes with ties, gaps, capacities, groups, reserves and agreed pairs."""
    cs = [f"c{i}" for i in range(draw(st.integers(0, most_candidates)))]
    ps = [f"p{i}" for i in range(draw(st.integers(0, most_places)))]

    def wants(others):
        chosen = draw(st.permutations(others))[: draw(st.integers(0, len(others)))]
        tiers = []
        for name in chosen:
            if ties and tiers and draw(st.booleans()):
                tiers[-1].append(name)
            else:
                tiers.append([name])
        return tuple(map(tuple, tiers))

    candidates = [
        Candidate(
            c, draw(st.integers(0, most_capacity)), wants(ps), frozenset(draw(st.sets(st.sampled_from("ab"))))
        )
        for c in cs
    ]
    places = [
        Place(
            p,
            draw(st.integers(0, 2)),
            wants(cs),
            draw(st.dictionaries(st.sampled_from("ab"), st.integers(0, 2))),
        )
        for p in ps
    ]
    every = list(itertools.product(cs, ps))
    agreed = draw(st.lists(st.sampled_from(every), max_size=2, unique=True)) if every else []
    return Problem(candidates, places, agreed)


def tier(person, other):
    return next((k for k, names in enumerate(person.wants) if other in names), None)


def blocking(problem, pairs):
    """The definition, word for word, without sharing a line with the code under test."""
    found = []
    for c in problem.candidates:
        for p in problem.places:
            if (c.id, p.id) in pairs or tier(c, p.id) is None or tier(p, c.id) is None:
                continue
            would = True
            for me, you, mine in (
                (c, p, [y for x, y in pairs if x == c.id]),
                (p, c, [x for x, y in pairs if y == p.id]),
            ):
                loose = [x for x in mine if ((me.id, x) if me is c else (x, me.id)) not in problem.agreed]
                has_room = len(mine) < me.capacity
                would &= has_room or any(tier(me, x) > tier(me, you.id) for x in loose)
            if would:
                found.append((c.id, p.id))
    return found


def quality(problem, pairs):
    """(size, -candidates alone, -places alone, reserves used): larger is better, in this order."""
    talking, hosting = {c for c, _ in pairs}, {p for _, p in pairs}
    groups = {c.id: c.groups for c in problem.candidates}
    used = sum(
        min(kept, sum(g in groups[c] for c, p in pairs if p == place.id))
        for place in problem.places
        for g, kept in place.reserve.items()
    )
    alone = sum(c.id not in talking for c in problem.candidates)
    return len(pairs), -alone, -sum(p.id not in hosting for p in problem.places), used


def stable_matchings(problem):
    """Every set of mutual wishes within the capacities, beside the agreed pairs, that nobody blocks."""
    agreed = set(problem.agreed)
    wishes = [
        (c.id, p.id)
        for c in problem.candidates
        for p in problem.places
        if tier(c, p.id) is not None and tier(p, c.id) is not None and (c.id, p.id) not in agreed
    ]
    room = {x.id: x.capacity for x in (*problem.candidates, *problem.places)}
    for c, p in agreed:
        room[c] -= 1
        room[p] -= 1

    def extend(k, chosen, left):
        if k == len(wishes):
            pairs = agreed | set(chosen)
            if not blocking(problem, pairs):
                yield pairs
            return
        yield from extend(k + 1, chosen, left)
        c, p = wishes[k]
        if left[c] > 0 and left[p] > 0:
            yield from extend(k + 1, [*chosen, wishes[k]], {**left, c: left[c] - 1, p: left[p] - 1})

    return list(extend(0, [], room))


@settings(max_examples=120, deadline=None, derandomize=True)
@given(problems())
def test_the_answer_is_the_best_of_all_stable_matchings(problem):
    compare_with_all_stable_matchings(problem)


def ways_to_want(one, other):
    return [(), ((one,),), ((other,),), ((one,), (other,)), ((other,), (one,)), ((one, other),)]


@pytest.mark.parametrize("capacities", [(1, 1, 1, 1), (1, 2, 2, 1)])
def test_in_every_market_of_two_and_two_the_answer_is_the_best(capacities):
    wants = [*[ways_to_want("e1", "e2")] * 2, *[ways_to_want("c1", "c2")] * 2]
    a, b, c, d = capacities
    for first, second, third, fourth in itertools.product(*wants):
        candidates = [Candidate("c1", a, first, frozenset("g")), Candidate("c2", b, second, frozenset())]
        places = [Place("e1", c, third, {"g": 1}), Place("e2", d, fourth, {})]
        compare_with_all_stable_matchings(Problem(candidates, places, []))


def compare_with_all_stable_matchings(problem):
    answer = matching.solve(problem)
    pairs = set(answer.pairs)
    assert len(pairs) == len(answer.pairs) == answer.report.size
    assert pairs >= set(problem.agreed)
    assert blocking(problem, pairs) == []
    assert answer.report.exact
    every = stable_matchings(problem)
    best = max(quality(problem, m) for m in every)
    if answer.report.rule == "deferred acceptance":
        assert quality(problem, pairs)[:3] == best[:3]
    else:
        assert quality(problem, pairs) == best
    assert answer.report.largest_possible == best[0]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(problems(most_candidates=5, most_places=4), st.randoms(use_true_random=False))
def test_blocking_pairs_agree_with_the_definition(problem, chance):
    every = [(c.id, p.id) for c in problem.candidates for p in problem.places]
    pairs = {x for x in every if chance.random() < 0.3 and wish(problem, x)} | set(problem.agreed)
    assert sorted(matching.blocking_pairs(problem, pairs)) == sorted(blocking(problem, pairs))


def wish(problem, pair):
    c = next(x for x in problem.candidates if x.id == pair[0])
    p = next(x for x in problem.places if x.id == pair[1])
    return tier(c, p.id) is not None and tier(p, c.id) is not None


@settings(max_examples=150, deadline=None, derandomize=True)
@given(problems(most_candidates=5))
def test_proposals_alone_are_stable_and_two_thirds_of_the_largest(problem):
    market = open_market(problem)
    rows = market.pairs[propose(market)].tolist()
    pairs = {(problem.candidates[i].id, problem.places[e].id) for i, e in rows} | set(problem.agreed)
    assert blocking(problem, pairs) == []
    largest = max(len(m) for m in stable_matchings(problem)) - len(set(problem.agreed))
    assert 3 * len(rows) >= 2 * largest


@settings(max_examples=60, deadline=None, derandomize=True)
@given(problems(most_capacity=1, ties=False), st.data())
def test_without_ties_a_candidate_gains_nothing_by_hiding_a_wish(problem, data):
    if not problem.candidates:
        return
    k = data.draw(st.integers(0, len(problem.candidates) - 1))
    honest = problem.candidates[k]
    hidden = tuple(t for t in honest.wants if data.draw(st.booleans()))
    others = [*problem.candidates]
    others[k] = honest._replace(wants=hidden)

    def place_of(answer):
        mine = [p for c, p in answer.pairs if c == honest.id and (c, p) not in problem.agreed]
        return min((tier(honest, p) for p in mine if tier(honest, p) is not None), default=99)

    honestly = place_of(matching.solve(problem))
    assert honestly <= place_of(matching.solve(Problem(others, problem.places, problem.agreed)))


def test_agreed_pairs_stand_even_when_nobody_listed_them():
    problem = Problem(
        [Candidate("c1", 1, (("p1",),)), Candidate("c2", 1, ())], [Place("p1", 1, (("c1",),))], [("c2", "p1")]
    )
    answer = matching.solve(problem)
    assert answer.pairs == (("c2", "p1"),)
    assert answer.report.unserved == ("c1",)
    assert answer.report.blocking_pairs == 0


def test_a_reserve_decides_between_equal_matchings():
    places = [Place("p1", 1, (("c1", "c2"),), {"banenafspraak": 1})]
    for chosen, other in (("c1", "c2"), ("c2", "c1")):
        groups = frozenset({"banenafspraak"})
        people = [Candidate(chosen, 1, (("p1",),), groups), Candidate(other, 1, (("p1",),))]
        assert matching.solve(Problem(people, places)).pairs == ((chosen, "p1"),)


def gathering(candidates, places, seed, wishes=6):
    """Wishes as after a gathering: everybody marks a few people, in two or three tiers."""
    import random

    chance = random.Random(seed)
    cs, ps = [f"c{i}" for i in range(candidates)], [f"p{i}" for i in range(places)]

    def tiers(others, count):
        chosen = chance.sample(others, min(count, len(others)))
        cut = sorted(chance.sample(range(1, len(chosen)), min(2, len(chosen) - 1)))
        return tuple(tuple(chosen[a:b]) for a, b in zip([0, *cut], [*cut, len(chosen)], strict=True))

    return Problem(
        [Candidate(c, 2, tiers(ps, wishes)) for c in cs],
        [Place(p, 3, tiers(cs, wishes * 3), {}) for p in ps],
    )


def test_a_gathering_of_fifty_is_matched_with_proof():
    answer = matching.solve(gathering(50, 14, 1), keep_going=Deadline(5.0, time.monotonic))
    assert answer.report.exact
    assert answer.report.size == answer.report.largest_possible
    assert answer.report.blocking_pairs == 0


def test_without_time_the_answer_is_stable_and_says_that_it_is_not_proven():
    answer = matching.solve(gathering(60, 20, 2), keep_going=lambda: False)
    assert answer.report.blocking_pairs == 0
    assert answer.report.size <= answer.report.largest_possible
    assert answer.report.exact is False


@pytest.mark.parametrize("seed", range(3))
def test_the_same_wishes_give_the_same_pairs(seed):
    problem = gathering(30, 10, seed)
    assert matching.solve(problem).pairs == matching.solve(problem).pairs


def test_an_answer_is_its_pairs_whatever_is_reported_and_without_a_clock_no_second_passes():
    problem = gathering(6, 3, 1)
    answer = matching.solve(problem)
    assert answer == matching.Matching(answer.pairs) != matching.Matching(answer.pairs[1:], answer.report)
    assert matching.Report(0, 0, 0, True, (), (), 0, "maximum flow").seconds == 0.0


def test_only_where_nobody_hesitates_and_everybody_has_one_talk_are_proposals_the_whole_answer():
    def rule(capacity, *tiers):
        people = [Candidate("c1", capacity, tiers), Candidate("c2", 1, (("p1",),))]
        return matching.solve(
            Problem(people, [Place(p, 1, (("c1",), ("c2",))) for p in ("p1", "p2")])
        ).report.rule

    assert rule(1, ("p1",), ("p2",)) == "deferred acceptance"
    assert rule(1, ("p1", "p2")) != "deferred acceptance"
    assert rule(2, ("p1",), ("p2",)) != "deferred acceptance"
