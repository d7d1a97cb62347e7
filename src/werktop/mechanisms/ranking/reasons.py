"""Why a pair has its score, and what keeps it apart: the words on a match page are made of this."""

from dataclasses import dataclass

import numpy as np

from .sides import Side

DISTANCE, HOURS, DAY, ABILITIES = "distance", "hours", "day", "abilities"


@dataclass(frozen=True)
class Reason:
    """`competencies`: (number, level, weight, points) of each that both have, most points first; `affinities`: the points
    of each of the eight. `failed`: which filters keep the two apart, in the order distance, hours, day, abilities;
    `missing`: the bits of required abilities that are not had."""

    score: int
    competencies: tuple[tuple[int, int, int, int], ...]
    affinities: tuple[int, ...]
    failed: tuple[str, ...]
    missing: tuple[int, ...]

    @property
    def fits(self) -> bool:
        """Whether nothing keeps them apart."""
        return not self.failed


def reason_of(seekers: Side, seeker: int, profiles: Side, profile: int) -> Reason:
    """The terms of the score, which add up to it, and the filters that fail."""
    weights = {
        int(c): int(w)
        for c, w in zip(profiles.kinds[profile], profiles.amounts[profile], strict=True)
        if w > 0
    }
    shared = [
        (int(c), int(level), weights[int(c)], 2 * int(level) * weights[int(c)])
        for c, level in zip(seekers.kinds[seeker], seekers.amounts[seeker], strict=True)
        if level > 0 and int(c) in weights
    ]
    affinities = seekers.affinities[seeker].astype(np.int64) * profiles.affinities[profile]
    lacking = int(seekers.bits[seeker] & profiles.bits[profile])
    with np.errstate(over="ignore"):
        dx, dy = profiles.x[profile] - seekers.x[seeker], profiles.y[profile] - seekers.y[seeker]
        is_far = dx * dx + dy * dy > seekers.reach[seeker] * seekers.reach[seeker]
    fails = {
        DISTANCE: is_far,
        HOURS: profiles.low[profile] > seekers.high[seeker] or profiles.high[profile] < seekers.low[seeker],
        DAY: int(profiles.day[profile]) + int(seekers.day[seeker]) < 0,
        ABILITIES: lacking != 0,
    }
    return Reason(
        score=sum(points for *_, points in shared) + int(affinities.sum()),
        competencies=tuple(sorted(shared, key=lambda term: (-term[3], term[0]))),
        affinities=tuple(affinities.tolist()),
        failed=tuple(name for name, is_so in fails.items() if is_so),
        missing=tuple(bit for bit in range(64) if lacking >> bit & 1),
    )
