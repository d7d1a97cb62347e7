"""A country to rank, made by a seed: people and work around sixty towns."""

import numpy as np

from werktop.mechanisms.ranking import Profiles, Seekers

KINDS = 300
"""Competencies that there are."""
BITS = 24
"""Requirements that there are; each is held by 55 to 98% of the seekers."""


def country(seekers: int, profiles: int, *, seed: int = 0) -> tuple[Seekers, Profiles]:
    """Towns of uneven size, a radius lognormal around 18 km, 6 to 16 competencies for each seeker and 4 to 10 for each
    profile (some are common, most rare), hours, days and requirements."""
    chance = np.random.default_rng(seed)
    east, north = chance.uniform(20e3, 260e3, 60), chance.uniform(310e3, 610e3, 60)
    size = chance.pareto(1.2, 60) + 0.3
    size /= size.sum()

    def places(count: int) -> tuple[np.ndarray, np.ndarray]:
        town, spread = chance.choice(60, count, p=size), chance.gamma(2.0, 3000.0, count)
        return tuple(
            (middle[town] + spread * chance.standard_normal(count)).astype(np.float32)
            for middle in (east, north)
        )

    common = np.arange(1, KINDS + 1) ** -0.6
    liking = np.log(common / common.sum())[None, :].astype(np.float32)

    def competencies(count: int, least: int, most: int) -> tuple[np.ndarray, np.ndarray]:
        kinds = np.empty((count, most), np.int16)
        for a in range(0, count, 20_000):
            drawn = liking + chance.gumbel(size=(min(count - a, 20_000), KINDS)).astype(np.float32)
            kinds[a : a + 20_000] = np.argpartition(-drawn, most - 1, axis=1)[:, :most]
        amounts = chance.integers(1, 5, (count, most)).astype(np.int16)
        amounts[np.arange(most)[None, :] >= chance.integers(least, most + 1, count)[:, None]] = 0
        return kinds, amounts

    def bits(count: int, share: np.ndarray | float) -> np.ndarray:
        return ((chance.random((count, BITS)) < share) @ (1 << np.arange(BITS, dtype=np.uint64))).astype(
            np.uint64
        )

    low, asked = chance.integers(0, 25, seekers), chance.integers(4, 33, profiles)
    radius = 18e3 * np.exp(0.5 * chance.standard_normal(seekers))
    return (
        Seekers(
            *places(seekers), radius, low, low + chance.integers(4, 25, seekers), chance.integers(0, 200, seekers),
            bits(seekers, np.linspace(0.55, 0.98, BITS)), *competencies(seekers, 6, 16),
            chance.integers(0, 6, (seekers, 8)),
        ),
        Profiles(
            *places(profiles), asked, asked + chance.integers(0, 9, profiles), chance.integers(0, 365, profiles),
            bits(profiles, 0.1), *competencies(profiles, 4, 10), chance.integers(0, 6, (profiles, 8)),
        ),
    )  # fmt: skip
