"""Small markets for the ranking's tests, and a checker of its own: every pair, one by one."""

from __future__ import annotations

import numpy as np

from werktop.mechanisms import ranking

STRICT = ranking.Relaxed()


def market(seed: int, seekers: int, profiles: int, *, kinds: int = 12, land: float = 40_000.0, top: int = 4):
    """Two tables drawn at random, with ties and edges that meet exactly: whole metres, hours and days."""
    chance = np.random.default_rng(seed)

    def places(n):
        return chance.integers(0, int(land), n).astype(np.float32), chance.integers(0, int(land), n).astype(
            np.float32
        )

    def competencies(n, width):
        drawn = np.argsort(chance.random((n, max(kinds, width))), axis=1)[:, :width]
        return drawn.astype(np.int16), chance.integers(0, top + 1, (n, width)).astype(np.int16)

    def bits(n, share):
        return ((chance.random((n, 5)) < share) << np.array([0, 1, 2, 40, 63])).sum(1).astype(np.uint64)

    low, asked = chance.integers(0, 30, seekers), chance.integers(0, 40, profiles)
    levels, weights = competencies(seekers, 6), competencies(profiles, 4)
    return (
        ranking.Seekers(
            *places(seekers), chance.choice([0, 5_000, 15_000, 30_000], seekers).astype(np.float32),
            low, low + chance.integers(0, 20, seekers), chance.integers(0, 30, seekers), bits(seekers, 0.8),
            *levels, chance.integers(0, 4, (seekers, 8)),
        ),
        ranking.Profiles(
            *places(profiles), asked, asked + chance.integers(0, 8, profiles), chance.integers(0, 60, profiles),
            bits(profiles, 0.2), *weights, chance.integers(0, 4, (profiles, 8)),
        ),
    )  # fmt: skip


def fits(s, i, p, j, relaxed: ranking.Relaxed = STRICT) -> bool:
    """The hard filters as the contract has them, all ends inclusive."""
    dx, dy = np.float32(p.x_m[j] - s.x_m[i]), np.float32(p.y_m[j] - s.y_m[i])
    asked = int(p.required[j]) & ~relaxed.abilities
    return bool(
        (relaxed.distance or np.float32(np.float32(dx * dx) + np.float32(dy * dy)) <= np.float32(s.radius_m[i] ** 2))
        and (relaxed.hours or (s.hours_min[i] <= p.hours_max[j] and p.hours_min[j] <= s.hours_max[i]))
        and (relaxed.day or p.start_day[j] >= s.available_day[i])
        and asked & int(s.abilities[i]) == asked
    )  # fmt: skip


def score(s, i, p, j) -> int:
    """Two times level times weight of what both have, and the products of the affinities."""
    levels = {int(c): int(v) for c, v in zip(s.competencies[i], s.levels[i], strict=True) if v}
    shared = sum(levels.get(int(c), 0) * int(w) for c, w in zip(p.competencies[j], p.weights[j], strict=True))
    return 2 * shared + sum(int(a) * int(b) for a, b in zip(s.affinities[i], p.affinities[j], strict=True))


def best(pairs: list[tuple[int, int]], k: int) -> tuple[list[int], list[int]]:
    """The k best of (score, row), ties to the lowest row, with -1 where there are fewer."""
    first = sorted(pairs, key=lambda pair: (-pair[0], pair[1]))[:k]
    gap = [-1] * (k - len(first))
    return [row for _, row in first] + gap, [points for points, _ in first] + gap


def profiles_by_hand(s, i, p, k, relaxed=STRICT):
    """What `profiles_for` must say about one seeker."""
    return best([(score(s, i, p, j), j) for j in range(len(p)) if fits(s, i, p, j, relaxed)], k)


def seekers_by_hand(s, p, j, k, relaxed=STRICT):
    """What `seekers_for` must say about one profile."""
    return best([(score(s, i, p, j), i) for i in range(len(s)) if fits(s, i, p, j, relaxed)], k)
