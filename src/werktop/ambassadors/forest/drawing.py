"""Where everything of a tree stands: rings around who began, names where they fit. Nothing lies over anything else."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from math import cos, pi, sin

from .showing import WIDTH, Branch, radii_of

RADIUS = {"root": 13.0, "gathered": 13.0, "bringer": 9.0, "firm": 6.0}
LETTER = 6.4
"""How wide a letter is, with room to spare: at this size 6.2 on the average of capitals and small ones."""
LINE = 15.0
"""How high a line of words is."""
SHORTEST = 8
"""A name that has to be cut shorter is left out."""
GAP = 3.0


@dataclass(frozen=True)
class Dot:
    """A firm, or (without `key`) a bundle of `number` firms of `above`. `kind` is one of `RADIUS`."""

    key: Hashable | None
    above: Hashable | None
    kind: str
    x: float
    y: float
    number: int = 0

    @property
    def radius(self) -> float:
        """Half its width."""
        return RADIUS[self.kind]


@dataclass(frozen=True)
class Line:
    """From a bringer to who was brought in."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Label:
    """Words of the dot `key`, that begin at `x` on the baseline `y`."""

    key: Hashable
    words: str
    x: float
    y: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what it covers."""
        return (self.x, self.y - LINE + 4, self.x + len(self.words) * LETTER, self.y + 4)


@dataclass
class Picture:
    """What is drawn: `WIDTH` by `height`."""

    height: float
    dots: list[Dot] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    width: int = WIDTH


def draw(tree: Branch, names: Mapping[Hashable, str]) -> Picture:
    """The tree in rings around its root; `names` of the firms that it shows. The same for the same tree."""
    dots, lines = _placed(tree, radii_of(tree))
    top, bottom = _edges(dots)
    dots = [Dot(d.key, d.above, d.kind, d.x, round(d.y - top, 1), d.number) for d in dots]
    lines = [Line(e.x1, round(e.y1 - top, 1), e.x2, round(e.y2 - top, 1)) for e in lines]
    picture = Picture(round(bottom - top, 1), dots, lines)
    picture.labels = _labels(picture, names)
    return picture


def _placed(tree: Branch, radii: list[float]) -> tuple[list[Dot], list[Line]]:
    middle = WIDTH / 2
    part = 2 * pi / tree.ends
    dots, lines = list[Dot](), list[Line]()
    # each branch gets a part of the circle as wide as it has ends, from twelve o'clock on
    waiting: list[tuple[Branch, Hashable | None, int, float, tuple[float, float] | None]] = [
        (tree, None, 0, -pi / 2, None)
    ]
    while waiting:
        branch, above, ring, start, origin = waiting.pop()
        angle = start + part * branch.ends / 2
        x = round(middle + radii[ring] * cos(angle), 1)
        y = round(middle + radii[ring] * sin(angle), 1)
        dots.append(Dot(branch.key, above, _kind(branch, ring), x, y, branch.gathered))
        if origin is not None:
            lines.append(Line(*origin, x, y))
        for each in branch.branches:
            waiting.append((each, branch.key, ring + 1, start, (x, y)))
            start += part * each.ends
    return dots, lines


def _kind(branch: Branch, ring: int) -> str:
    if ring == 0:
        return "root"
    if branch.gathered:
        return "gathered"
    return "bringer" if branch.branches else "firm"


def _edges(dots: list[Dot]) -> tuple[float, float]:
    room = max(RADIUS.values()) + LINE
    return min(dot.y for dot in dots) - room, max(dot.y for dot in dots) + room


def _labels(picture: Picture, names: Mapping[Hashable, str]) -> list[Label]:
    """Names beside their dots, of who brought in others first: whole where they fit, cut where most of it fits, else left out."""
    taken = [
        (d.x - d.radius - 1, d.y - d.radius - 1, d.x + d.radius + 1, d.y + d.radius + 1) for d in picture.dots
    ]
    found = []
    order = ("root", "gathered", "bringer", "firm")
    for dot in sorted(picture.dots, key=lambda d: (order.index(d.kind), d.y, d.x)):
        name = names.get(dot.key, "") if dot.key is not None and dot.kind != "root" else ""
        if name and (label := _fitting(picture, dot, name, taken)):
            found.append(label)
            taken.append(label.box)
    return found


def _fitting(
    picture: Picture, dot: Dot, name: str, taken: list[tuple[float, float, float, float]]
) -> Label | None:
    is_right = dot.x >= picture.width / 2
    for to_right in (is_right, not is_right):
        room = picture.width - dot.x - dot.radius - GAP if to_right else dot.x - dot.radius - GAP
        most = int(room / LETTER)
        for words in dict.fromkeys((_cut(name, most), _cut(name, 2 * SHORTEST), _cut(name, SHORTEST + 2))):
            if not words or len(words) > most:
                continue
            x = dot.x + dot.radius + GAP if to_right else dot.x - dot.radius - GAP - len(words) * LETTER
            label = Label(dot.key, words, round(x, 1), round(dot.y + 4, 1))
            if _is_free(label.box, picture, taken):
                return label
    return None


def _cut(name: str, most: int) -> str:
    if len(name) <= most:
        return name
    return name[: most - 1].rstrip() + "…" if most >= SHORTEST else ""


def _is_free(
    box: tuple[float, float, float, float], picture: Picture, taken: list[tuple[float, float, float, float]]
) -> bool:
    left, top, right, bottom = box
    if left < 0 or top < 0 or right > picture.width or bottom > picture.height:
        return False
    return all(right <= a or c <= left or bottom <= b or d <= top for a, b, c, d in taken)
