"""Wishes to match, made by a seed: evenings of quick talks, towns of a thousand people, and whole countries in arrays."""

import random

import numpy as np

from werktop.mechanisms.matching import Candidate, Place, Problem


def evening(seed: int) -> Problem:
    """Nine to 22 people on each side give each other marks of one to ten after some minutes and want some again, as in
    the study of speed dating of Fisman, Iyengar, Kamenica and Simonson (2006); made up, none of its data is here."""
    chance = random.Random(seed)
    sizes = {side: chance.randint(9, 22) for side in "cp"}
    wants: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {"c": {}, "p": {}}
    for mine, theirs in ("cp", "pc"):
        liked = {f"{theirs}{k}": chance.gauss(0, 1) for k in range(sizes[theirs])}
        for i in range(sizes[mine]):
            marks: dict[int, list[str]] = {}
            for other, how in liked.items():
                mark = round(6 + how + chance.gauss(0, 1.4))
                if mark + chance.gauss(0, 1) > 6.3:
                    marks.setdefault(max(1, min(10, mark)), []).append(other)
            wants[mine][f"{mine}{i}"] = tuple(tuple(marks[mark]) for mark in sorted(marks, reverse=True))
    return Problem(
        [Candidate(name, 1, tiers) for name, tiers in wants["c"].items()],
        [Place(name, 1, tiers) for name, tiers in wants["p"].items()],
    )


TOWNS = {
    "lists of 3": {"length": 3},
    "lists of 5": {},
    "lists of 10": {"length": 10},
    "few ties (20%)": {"ties": 0.2},
    "many ties (85%)": {"ties": 0.85},
    "some favourites": {"popular": 1.0},
    "lists of 20, ties 10%": {"length": 20, "ties": 0.1},
    "2 talks and 4": {
        "people": 700,
        "places": 300,
        "length": 6,
        "ties": 0.7,
        "talks": (2, 4),
        "popular": 1.0,
    },
}


def town(
    *, people: int = 500, places: int = 500, length: int = 5, ties: float = 0.5,
    talks: tuple[int, int] = (1, 1), popular: float = 0.0, seed: int = 1,
) -> Problem:  # fmt: skip
    """A thousand people: everybody wants `length` places, who all rank who wants them; each is liked as much as the one
    before with chance `ties`. With `popular` some places are wanted by more."""
    chance = np.random.default_rng(seed)
    weight = np.exp(-3 * popular * np.arange(places) / places)
    wants = [
        chance.choice(places, length, replace=False, p=weight / weight.sum()).tolist() for _ in range(people)
    ]
    wanted_by: list[list[int]] = [[] for _ in range(places)]
    for i, liked in enumerate(wants):
        for p in liked:
            wanted_by[p].append(i)

    def tiers(others: list[int], letter: str) -> tuple[tuple[str, ...], ...]:
        said: list[list[str]] = []
        for x in others:
            if said and chance.random() < ties:
                said[-1].append(f"{letter}{x}")
            else:
                said.append([f"{letter}{x}"])
        return tuple(map(tuple, said))

    for by in wanted_by:
        chance.shuffle(by)
    return Problem(
        [Candidate(f"c{i}", talks[0], tiers(liked, "p")) for i, liked in enumerate(wants)],
        [Place(f"p{p}", talks[1], tiers(by, "c")) for p, by in enumerate(wanted_by)],
    )


def country(people: int, *, length: int = 10, seed: int = 1) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Arrays for `match_many`: lists of `length` over a tenth as many places with ten chairs each, wanted unevenly; the
    ranks of a place are without ties."""
    chance = np.random.default_rng(seed)
    places = max(people // 10, length)
    wants = (chance.random((people, length)) ** 1.5 * places).astype(np.int32)
    wants.sort(axis=1)
    while (same := np.flatnonzero((wants[:, 1:] == wants[:, :-1]).any(1))).size:
        wants[same] = np.sort((chance.random((same.size, length)) ** 1.5 * places).astype(np.int32), axis=1)
    wants = chance.permuted(wants, axis=1)
    ranks = chance.integers(0, 2**31 - 1, wants.shape, dtype=np.int32)
    return wants, ranks, np.full(places, 10, np.int32)
