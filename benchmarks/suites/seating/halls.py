"""Gatherings to seat, made by a seed."""

import random
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

SIZES = {
    "50 x 14 x 3": (50, 7, 3),
    "50 x 14 x 1": (50, 7, 1),
    "200 x 50 x 3": (200, 25, 3),
    "400 x 100 x 4": (400, 50, 4),
}
HIDDEN = {"200 x 50 x 3, a plan hidden": (200, 25, 3)}
GOLFERS = {"golfers 8-4-9": (8, 4, 9), "golfers 7-7-8": (7, 7, 8)}


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


def hidden_plan(candidates: int, tables: int, rounds: int, seed: int) -> dict[str, Any]:
    """A gathering in which a plan is hidden: in it everybody meets those they like best, and nobody sits with the same
    person twice, so that the bound is the optimum."""
    chance = random.Random(seed)
    seats: list[list[int]] = []
    pairs: set[tuple[int, int]] = set()
    for _round in range(rounds):
        seats.append(_without_repeats(candidates, tables, pairs, chance))
    likes = [[int(600 * chance.random() ** 2) for _ in range(2 * tables)] for _ in range(candidates)]
    met = np.zeros((candidates, 2 * tables), bool)
    for at in seats:
        # who was met by somebody at a table sits elsewhere: everybody meets two others in every round
        known = np.array([met[np.array(at) == table].any(axis=0) for table in range(tables)])
        cost = np.array([[chance.random() for _ in range(2 * tables)] for _ in range(tables)]) + 1_000 * known
        _, company = linear_sum_assignment(np.repeat(cost, 2, axis=0))
        for i, table in enumerate(at):
            for e in company[2 * table : 2 * table + 2].tolist():
                met[i, e] = True
                likes[i][e] = 620 + chance.randrange(381)
    empty = gathering(candidates, tables, rounds, seed)
    everywhere = [table | {"languages": ["l0"], "step_free": True} for table in empty["tables"]]
    alike = [person | {"languages": ["l0"], "step_free": False} for person in empty["candidates"]]
    anywhere = [person | {"own_table": None} for person in empty["entrepreneurs"]]
    return empty | {
        "tables": everywhere, "candidates": alike, "entrepreneurs": anywhere, "affinity": likes, "apart": [], "together": [],
    }  # fmt: skip


def _without_repeats(
    people: int, tables: int, pairs: set[tuple[int, int]], chance: random.Random
) -> list[int]:
    """A table for everybody, as even as can be, with no pair of `pairs`; the pairs that it makes are added."""
    while True:
        at: list[int] = [0] * people
        groups: list[list[int]] = [[] for _ in range(tables)]
        for i in chance.sample(range(people), people):
            open_to = [
                t for t in range(tables)
                if len(groups[t]) < -(-people // tables) and all((min(i, x), max(i, x)) not in pairs for x in groups[t])
            ]  # fmt: skip
            if not open_to:
                break
            at[i] = min(open_to, key=lambda t: len(groups[t]))
            groups[at[i]].append(i)
        else:
            pairs |= {(min(a, b), max(a, b)) for group in groups for a in group for b in group if a < b}
            return at


def golfers(groups: int, size: int, rounds: int) -> dict[str, Any]:
    """The social golfer problem: no entrepreneurs, all that counts is that nobody sits with the same person twice."""
    empty = gathering(groups * size, groups, rounds, seed=0)
    alike = [person | {"languages": ["l0"], "step_free": False} for person in empty["candidates"]]
    return empty | {
        "candidates": alike, "entrepreneurs_per_table": 0, "entrepreneurs": [], "affinity": [[] for _ in alike],
        "apart": [], "together": [],
    }  # fmt: skip
