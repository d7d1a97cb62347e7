"""The search from within: what it keeps up to date while people move is what one would count anew."""

import random

import numpy as np
from hypothesis import given, settings
from tests.mechanisms.problems import gathering, small_problems, solve

from werktop.mechanisms.refusals import NoPlanPossible
from werktop.mechanisms.seating import contract, opening
from werktop.mechanisms.seating.anneal import anneal
from werktop.mechanisms.seating.conflicts import refuse_what_cannot_be
from werktop.mechanisms.seating.layout import lay_out
from werktop.mechanisms.seating.search import _first_seats
from werktop.mechanisms.seating.state import facts_of, seat_entrepreneurs, seating_from


def worth_of(facts, seating):
    """The objective, counted from who meets whom, who shares tables and which chairs changed."""
    strangers = facts.group[:, None] != facts.group[None, :]
    repeats = (np.maximum(seating.pairs - 1, 0) * strangers).sum() // 2
    chairs = np.concatenate([seating.seat, seating.entrepreneur_seat], axis=1)
    changed = ((facts.previous != -1) & (chairs >= 0) & (chairs != facts.previous)).sum()
    return (facts.affinity * (seating.meet > 0)).sum() - facts.penalty * repeats - facts.change * changed


def moved(document, steps=3000):
    """Anneals at three heats and compares what the moves said with what is counted anew."""
    layout = lay_out(contract.parse(document))
    refuse_what_cannot_be(layout)
    rng = np.random.default_rng(3)
    facts = facts_of(layout)
    seats = _first_seats(layout, rng)
    seating = seating_from(layout, facts, seats, seat_entrepreneurs(layout, rng))
    live = np.arange(layout.shape[0], dtype=np.int64)
    chance = rng.integers(1, 2**63, 1, dtype=np.uint64)
    share = 0.2 if facts.entrepreneur_movable.any() else 0.0
    aimed = 0.5 if facts.favourite.shape[1] else 0.0
    for heat in (400.0, 60.0, 5.0):
        before = worth_of(facts, seating)
        gain = anneal(steps, heat, share, aimed, chance, live, facts, seating)
        assert worth_of(facts, seating) == before + gain
        anew = seating_from(layout, facts, seating.seat, seating.entrepreneur_seat)
        for name in ("seat", "size", "entrepreneur_seat", "meet", "pairs", "rests", "worth"):
            assert (getattr(seating, name) == getattr(anew, name)).all(), name
        for r, t in np.ndindex(*seating.size.shape):
            assert set(seating.member[r, t, : seating.size[r, t]]) == set(
                np.flatnonzero(seating.seat[r] == t)
            )
            assert set(seating.guest[r, t]) - {-1} == set(np.flatnonzero(seating.entrepreneur_seat[r] == t))
    return seats, seating


@settings(max_examples=80, deadline=None, derandomize=True)
@given(small_problems())
def test_after_any_moves_every_count_is_the_same_as_counted_anew(document):
    if not document["candidates"]:  # the search does not begin without candidates
        return
    try:
        moved(document)
    except NoPlanPossible:
        return


def test_a_real_gathering_moves_a_lot_and_every_count_stays_true():
    seats, seating = moved(gathering(spare=3, rounds=3), steps=30_000)
    assert (seats != seating.seat).mean() > 0.5


def planted(candidates=120, tables=15, rounds=3, seed=1):
    """A gathering in which a plan is hidden: in it everybody meets exactly the six they like best."""
    chance = random.Random(seed)
    likes = [[chance.randrange(350) for _ in range(2 * tables)] for _ in range(candidates)]
    for _round in range(rounds):
        people, company = list(range(candidates)), list(range(2 * tables))
        chance.shuffle(people)
        chance.shuffle(company)
        for table in range(tables):
            for i in people[table::tables]:
                for e in company[2 * table : 2 * table + 2]:
                    likes[i][e] = 650 + chance.randrange(300)
    return gathering(candidates, tables, rounds, special=False) | {"affinity": likes}


def test_the_opening_finds_most_of_a_hidden_plan(monkeypatch):
    with_opening = solve(planted(), steps=1_000_000)[0].report.share_of_bound
    monkeypatch.setattr(opening, "LEAST_CANDIDATES", 10_000)
    without = solve(planted(), steps=1_000_000)[0].report.share_of_bound
    print(f"a hidden plan: {with_opening:.3f} of the bound with the opening, {without:.3f} without")
    assert with_opening > 0.94
    assert with_opening > without + 0.02
