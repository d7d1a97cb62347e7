"""Follow-up talks after a gathering as plain values: who wants to talk on with whom, and what is answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Pair = tuple[str, str]
"""A candidate's id and a place's id."""

Tiers = tuple[tuple[str, ...], ...]
"""Ids wanted, best first; those in one tier are liked equally."""


class Candidate(NamedTuple):
    """A candidate who may have up to `capacity` follow-up talks; `groups` are what reserves refer to."""

    id: str
    capacity: int
    wants: Tiers
    groups: frozenset[str] = frozenset()


class Place(NamedTuple):
    """An entrepreneur with up to `capacity` talks; `reserve` keeps some of them for groups of candidates."""

    id: str
    capacity: int
    wants: Tiers
    reserve: Mapping[str, int] = {}


@dataclass(frozen=True)
class Problem:
    """Both sides' wishes. A wish counts only when it is mutual. `agreed` pairs are facts."""

    candidates: Sequence[Candidate]
    places: Sequence[Place]
    agreed: Sequence[Pair] = ()


@dataclass(frozen=True)
class Report:
    """What a matching reaches. `size` counts all pairs, agreed ones included. `largest_possible` is a proven
    bound on the size of any stable answer. `exact`: size, people left without a talk and reserves are proven
    to be the best possible, in that order; of reserves not where `rule` is "deferred acceptance", which they
    do not change. `unserved` are candidates, `unserved_places` places without any
    pair; `rule` says how the answer was found and proven: "deferred acceptance", "maximum flow", "integer programming",
    or "approximation" where it is not proven."""

    size: int
    blocking_pairs: int
    largest_possible: int
    exact: bool
    unserved: tuple[str, ...]
    unserved_places: tuple[str, ...]
    reserves_used: int
    rule: str
    seconds: float = 0.0


@dataclass(frozen=True)
class Matching:
    """The pairs that get a follow-up talk, agreed ones first, and what they reach."""

    pairs: tuple[Pair, ...]
    report: Report | None = field(default=None, compare=False)
