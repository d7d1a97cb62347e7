"""The seating of a gathering as plain values: what is asked, and what is answered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np


class Table(NamedTuple):
    """A table with its host's languages."""

    id: str
    languages: frozenset[str] = frozenset()
    step_free: bool = False


class Candidate(NamedTuple):
    """A candidate; one language shared with the table's host is enough."""

    id: str
    languages: frozenset[str] = frozenset()
    step_free: bool = False


class Entrepreneur(NamedTuple):
    """An entrepreneur; with an own table he or she sits there in every round."""

    id: str
    own_table: str | None = None


class FixedSeat(NamedTuple):
    """A fact: this person sits (or sat) there. `round` counts from 1."""

    round: int
    person: str
    table: str


class Absence(NamedTuple):
    """A person who is away from one round up to and including another."""

    person: str
    from_round: int
    to_round: int


class TableSeating(NamedTuple):
    """Who sits at one table in one round."""

    table: str
    candidates: tuple[str, ...]
    entrepreneurs: tuple[str, ...]


Rounds = Sequence[Sequence[TableSeating]]
SeatedRounds = tuple[tuple[TableSeating, ...], ...]


@dataclass(frozen=True)
class Problem:
    """Who is to be seated where. Ids are unique across tables, candidates and entrepreneurs.

    `affinity` is an integer array (candidates, entrepreneurs) of 0..1000 in the order listed.
    `apart` and `together` are pairs of candidates. `previous` is the `rounds` of an earlier plan.
    """

    rounds: int
    tables: Sequence[Table]
    candidates: Sequence[Candidate]
    entrepreneurs: Sequence[Entrepreneur]
    affinity: np.ndarray
    max_table_size: int = 8
    entrepreneurs_per_table: int = 2
    repeat_penalty: int = 50
    apart: Sequence[tuple[str, str]] = ()
    together: Sequence[tuple[str, str]] = ()
    fixed: Sequence[FixedSeat] = ()
    absent: Sequence[Absence] = ()
    previous: Rounds | None = None
    change_cost: int = 0


@dataclass(frozen=True)
class Report:
    """What a plan reaches. `worst_served` is the smallest share, over the candidates, of what that candidate
    could have had at best (1.0 when nobody could have anything). `upper_bound` is proven; `bound` says how:
    "flow" is the exact optimum of the transport relaxation, "prices" a slightly weaker dual value of it, "enumeration"
    (one round) the best of every way to share the entrepreneurs out, `change_cost` left aside."""

    objective: int
    meetings: int
    repeated_pairs: int
    chairs_changed: int
    worst_served: float
    upper_bound: int
    bound: str
    share_of_bound: float
    steps: int
    seconds: float
    seed: int


@dataclass(frozen=True)
class Plan:
    """A seating for every round, and what it reaches."""

    rounds: SeatedRounds
    report: Report | None = field(default=None, compare=False)
