"""Firms and who brought them in, as trees. What cannot be (a firm that brought itself in, in however many steps) is cut."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

LAST = date.max


@dataclass(frozen=True)
class Firm:
    """`brought_by` is the key of the firm whose entrepreneur brought this one in, or None; `joined` the day, where known. Who is
    not counted stands there for those behind it alone."""

    key: Hashable
    name: str
    joined: date | None = None
    brought_by: Hashable | None = None
    is_counted: bool = True


@dataclass
class Forest:
    """`children` of each firm, in the order in which they joined; `roots` are those that nobody here brought in, the one that led
    to most first; `below` is how many (that are counted) each firm led to, directly and through others. `cut` are firms whose
    bringer was left out since it would go round."""

    firms: dict[Hashable, Firm]
    children: dict[Hashable, list[Hashable]]
    roots: list[Hashable]
    below: dict[Hashable, int]
    cut: list[Hashable] = field(default_factory=list)

    def weight(self, key: Hashable) -> int:
        """How many are counted of this firm and those behind it."""
        return self.below[key] + self.firms[key].is_counted

    @property
    def trees(self) -> list[Hashable]:
        """The roots that led to others."""
        return [key for key in self.roots if self.below[key]]

    @property
    def alone(self) -> list[Hashable]:
        """Firms that nobody brought in and that brought in nobody, by name."""
        found = [key for key in self.roots if not self.below[key]]
        return sorted(found, key=lambda key: (self.firms[key].name.casefold(), str(key)))

    def path_to(self, key: Hashable) -> list[Hashable]:
        """From the root to this firm, itself included."""
        path = [key]
        while (above := self.parents.get(path[-1])) is not None:
            path.append(above)
        return path[::-1]

    @cached_property
    def parents(self) -> dict[Hashable, Hashable]:
        """The bringer of each firm that has one."""
        return {child: key for key, found in self.children.items() for child in found}


def grow(firms: Iterable[Firm]) -> Forest:
    """The forest of these firms; the same for the same firms, in whatever order they come. A bringer who is not among them counts
    as none. Of a round the firm that joined first becomes a root. Takes a time that grows as their number does."""
    known = {firm.key: firm for firm in sorted(firms, key=_place)}
    above = {
        key: firm.brought_by
        for key, firm in known.items()
        if firm.brought_by in known and firm.brought_by is not None
    }
    cut = _rounds(known, above)
    for key in cut:
        del above[key]
    children: dict[Hashable, list[Hashable]] = {key: [] for key in known}
    for key, bringer in above.items():
        children[bringer].append(key)
    roots = [key for key in known if key not in above]
    below = dict.fromkeys(known, 0)
    for key in reversed(_downwards(roots, children)):
        if key in above:
            below[above[key]] += below[key] + known[key].is_counted
    roots.sort(key=lambda key: (-below[key], known[key].name.casefold(), str(key)))
    return Forest(known, children, roots, below, cut)


def _rounds(known: dict[Hashable, Firm], above: dict[Hashable, Hashable]) -> list[Hashable]:
    """One firm of each round, the first that joined. Each firm is walked over once."""
    seen: dict[Hashable, int] = {}
    cut = []
    for number, start in enumerate(known):
        key: Hashable | None = start
        path = []
        while key is not None and key not in seen:
            seen[key] = number
            path.append(key)
            key = above.get(key)
        if key is not None and seen[key] == number:
            round_ = path[path.index(key) :]
            cut.append(min(round_, key=lambda each: _place(known[each])))
    return cut


def _downwards(roots: list[Hashable], children: dict[Hashable, list[Hashable]]) -> list[Hashable]:
    """All firms, each after who brought it in."""
    order = list(roots)
    for key in order:
        order.extend(children[key])
    return order


def _place(firm: Firm) -> tuple[date, str, str]:
    return (firm.joined or LAST, firm.name.casefold(), str(firm.key))
