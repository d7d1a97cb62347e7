"""Gatherings to seat, made by a seed."""

import random
from typing import Any

SIZES = {
    "50 x 14 x 3": (50, 7, 3),
    "50 x 14 x 1": (50, 7, 1),
    "200 x 50 x 3": (200, 25, 3),
    "400 x 100 x 4": (400, 50, 4),
}


def gathering(candidates: int, tables: int, rounds: int, seed: int) -> dict[str, Any]:
    """One language most people speak and a few that few do; tastes in a handful of sectors; some pairs."""
    chance = random.Random(seed)
    sectors = range(6)
    entrepreneurs = [chance.sample(sectors, 2) for _ in range(2 * tables)]
    likes = [[chance.random() ** 2 for _ in sectors] for _ in range(candidates)]
    people = [f"c{i}" for i in range(candidates)]
    chance.shuffle(people)
    few = max(1, candidates // 25)
    pairs = [people[2 * i : 2 * i + 2] for i in range(2 * few)]
    return {
        "version": 1,
        "rounds": rounds,
        "max_table_size": -(-candidates // tables),
        "entrepreneurs_per_table": 2,
        "repeat_penalty": 50,
        "tables": [
            {"id": f"T{t}", "languages": ["l0", f"l{1 + t % 3}"], "step_free": t < 4} for t in range(tables)
        ],
        "candidates": [
            {
                "id": f"c{i}",
                "languages": ["l0"] if chance.random() < 0.88 else [f"l{chance.randint(1, 2)}"],
                "step_free": chance.random() < 0.03,
            }
            for i in range(candidates)
        ],
        "entrepreneurs": [{"id": f"e{e}", "own_table": "T1" if e == 0 else None} for e in range(2 * tables)],
        "affinity": [
            [
                int(700 * max(like[s] for s in offered) + 300 * chance.random() ** 2)
                for offered in entrepreneurs
            ]
            for like in likes
        ],
        "apart": pairs[:few],
        "together": pairs[few:],
    }
