"""How much of a tree is drawn at once: small branches whole, large ones gathered in one dot with a number.

Units are those of the drawing, as large as a pixel at full size; it is `WIDTH` wide, which a phone shows whole.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from math import pi, sin

from .growing import Forest

WIDTH = 340
MIDDLE = WIDTH / 2
SPACE = 30.0
"""The least distance between the middles of two dots."""
RING = 34.0
"""The least distance between two rings."""
FURTHEST = MIDDLE - SPACE / 2
"""So far from the middle a dot still stands whole in the drawing."""
MOST_ENDS = 24
"""So many ends of branches fit on one ring of it."""
BIGGEST = 8
"""Of a firm that brought in more than fit, these stand by themselves; the others are one dot."""


@dataclass
class Branch:
    """A firm as it is drawn. `gathered`: how many firms behind it are not drawn (0: all are). Without `key` it is a bundle of that
    many firms of the one above it."""

    key: Hashable | None
    gathered: int = 0
    branches: list[Branch] = field(default_factory=list)

    @property
    def ends(self) -> int:
        """How many ends of branches it has."""
        return sum(branch.ends for branch in self.branches) or 1


def shown_of(forest: Forest, root: Hashable) -> Branch:
    """The tree from `root` as it is drawn: as much of it as fits, where the branches that lead to most are opened first."""
    top = Branch(root, forest.below[root])
    ends, number = 1, 0
    waiting: list[tuple[int, int, Branch]] = [(0, 0, top)]
    while waiting:
        _most, _number, branch = heappop(waiting)
        found = _opened(forest, branch.key, room=MOST_ENDS - ends + 1)
        if not found:
            continue
        was, branch.branches, branch.gathered = branch.gathered, found, 0
        if max(radii_of(top)) > FURTHEST:
            branch.branches, branch.gathered = [], was
            continue
        ends += len(found) - 1
        for each in found:
            if each.key is not None and each.gathered:
                number += 1
                heappush(waiting, (-each.gathered, number, each))
    return top


def radii_of(tree: Branch) -> list[float]:
    """How far each ring is from the middle, from 0: so far that no two dots touch, each in the middle of its part of the circle,
    which is as wide as it has ends."""
    part = 2 * pi / tree.ends
    radii, ring = [0.0], [(branch, 0.0) for branch in [tree]]
    while below := [each for branch, start in ring for each in _along(branch, start, part)]:
        least = 0.0
        if len(below) > 1:
            middles = [start + part * branch.ends / 2 for branch, start in below]
            around = [*middles[1:], middles[0] + 2 * pi]
            nearest = min(after - before for before, after in zip(middles, around, strict=True))
            least = SPACE / (2 * sin(min(nearest, pi) / 2))
        radii.append(max(radii[-1] + RING, least))
        ring = below
    return radii


def _along(branch: Branch, start: float, part: float) -> list[tuple[Branch, float]]:
    found = []
    for each in branch.branches:
        found.append((each, start))
        start += part * each.ends
    return found


def _opened(forest: Forest, key: Hashable | None, *, room: int) -> list[Branch]:
    """The branches of a firm where there is room for them; else its biggest, and one bundle."""
    keys = forest.children[key]
    if len(keys) <= room:
        return [Branch(each, forest.below[each]) for each in keys]
    if room < 3:
        return []
    biggest = sorted(keys, key=lambda each: -forest.below[each])[: min(BIGGEST, room - 1)]
    kept = [each for each in keys if each in set(biggest)]
    rest = sum(map(forest.weight, keys)) - sum(map(forest.weight, kept))
    return [*(Branch(each, forest.below[each]) for each in kept), Branch(None, rest)]
