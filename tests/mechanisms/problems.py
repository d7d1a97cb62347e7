"""Seating problems like those of real gatherings, and how tests solve them."""

import itertools
import random

from hypothesis import strategies as st

from werktop.mechanisms import seating
from werktop.mechanisms.seating import contract


def gathering(candidates=50, tables=7, rounds=3, k=2, seed=0, spare=0, special=True):
    """A problem like a real gathering's: few languages, one step-free guest, companions, people apart."""
    chance = random.Random(seed)
    t_ids, c_ids = [f"T{i}" for i in range(tables)], [f"c{i}" for i in range(candidates)]
    e_ids = [f"e{i}" for i in range(k * tables + spare)]
    return {
        "version": 1,
        "rounds": rounds,
        "max_table_size": -(-candidates // tables),
        "entrepreneurs_per_table": k,
        "repeat_penalty": 50,
        "tables": [
            {"id": t, "languages": ["nl", "ar"] if i == 0 else ["nl"], "step_free": i < 2}
            for i, t in enumerate(t_ids)
        ],
        "candidates": [
            {
                "id": c,
                "languages": ["ar"] if special and i < 2 else ["nl"],
                "step_free": special and i == 3,
            }
            for i, c in enumerate(c_ids)
        ],
        "entrepreneurs": [
            {"id": e, "own_table": "T1" if special and i == 0 and k else None} for i, e in enumerate(e_ids)
        ],
        "affinity": [[int(1000 * chance.random() ** 3) for _ in e_ids] for _ in c_ids],
        "apart": [[c_ids[4], c_ids[5]]] if special and candidates > 8 else [],
        "together": [[c_ids[6], c_ids[7]]] if special and candidates > 8 else [],
    }


def solve(document, **budget):
    plan = seating.solve(contract.parse(document), **budget)
    return plan, contract.as_json(plan)["rounds"]


@st.composite
def small_problems(
    draw, most_rounds=3, most_tables=4, most_candidates=12, most_entrepreneurs=2, most_spare=2
):
    """Every field of the contract at once, small; many of them cannot be seated."""
    R, T = draw(st.integers(1, most_rounds)), draw(st.integers(1, most_tables))
    n, k = draw(st.integers(0, most_candidates)), draw(st.integers(0, most_entrepreneurs))
    m = k * T + draw(st.integers(0, most_spare))
    chance = draw(st.randoms(use_true_random=False))
    tables, cs, es = [f"T{i}" for i in range(T)], [f"c{i}" for i in range(n)], [f"e{i}" for i in range(m)]
    some = [["a"], ["b"], ["a", "b"]]
    pairs = list(itertools.combinations(cs, 2))
    people = cs + es
    document = {
        "version": 1,
        "rounds": R,
        "max_table_size": max(1, -(-n // T) + draw(st.integers(0, 1))),
        "entrepreneurs_per_table": k,
        "repeat_penalty": draw(st.sampled_from([0, 50])),
        "tables": [
            {"id": t, "languages": chance.choice([*some, ["a", "b"]]), "step_free": chance.random() < 0.6}
            for t in tables
        ],
        "candidates": [
            {"id": c, "languages": chance.choice(some), "step_free": chance.random() < 0.15} for c in cs
        ],
        "entrepreneurs": [
            {"id": e, "own_table": chance.choice(tables) if chance.random() < 0.1 else None} for e in es
        ],
        "affinity": [[chance.randrange(1001) for _ in es] for _ in cs],
        "apart": [list(p) for p in chance.sample(pairs, min(len(pairs), draw(st.integers(0, 2))))],
        "together": [list(p) for p in chance.sample(pairs, min(len(pairs), draw(st.integers(0, 2))))],
        "absent": [],
        "fixed": [],
        "change_cost": draw(st.sampled_from([0, 70])),
    }
    for person in chance.sample(people, min(len(people), draw(st.integers(0, 2)))):
        first = chance.randint(1, R)
        document["absent"].append(
            {"person": person, "from_round": first, "to_round": chance.randint(first, R)}
        )
    for person in chance.sample(cs, min(len(cs), draw(st.integers(0, 2)))):
        document["fixed"].append(
            {"round": chance.randint(1, R), "person": person, "table": chance.choice(tables)}
        )
    if draw(st.booleans()):
        document["previous"] = [
            [{"table": t, "candidates": cs[i::T], "entrepreneurs": es[i::T]} for i, t in enumerate(tables)]
        ]
    return document
