"""A seating problem as arrays of row numbers: what the search and the rules work on."""

from dataclasses import dataclass

import numpy as np

from .problem import Problem

NOWHERE = -1
CLOSED_TABLE = -2  # a seat in `previous` at a table that is no longer there


@dataclass(frozen=True)
class Layout:
    """Rows instead of ids. R rounds, T tables, n candidates, m entrepreneurs.

    present (R, n) and entrepreneur_present (R, m): bool. pinned (R, n) and entrepreneur_pinned (R, m): the
    table a person is fixed at, or -1. allowed (n, T): language and step-free fit. group (n,): companions
    share a number. apart: pairs of rows. own_table (m,): table row or -1. low, high (R, T): how many
    candidates a table must and may have. previous_seat (R, n + m): table row, -1 none, -2 a closed table.
    """

    problem: Problem
    affinity: np.ndarray
    present: np.ndarray
    entrepreneur_present: np.ndarray
    pinned: np.ndarray
    entrepreneur_pinned: np.ndarray
    allowed: np.ndarray
    speaks: np.ndarray
    group: np.ndarray
    apart: np.ndarray
    own_table: np.ndarray
    low: np.ndarray
    high: np.ndarray
    previous_seat: np.ndarray

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """(rounds, tables, candidates, entrepreneurs)."""
        rounds, tables = self.low.shape
        return rounds, tables, len(self.group), len(self.own_table)

    @property
    def entrepreneur_movable(self) -> np.ndarray:
        """(R, m): who is there and neither fixed in the round nor at a table of their own."""
        return self.entrepreneur_present & (self.entrepreneur_pinned < 0) & (self.own_table < 0)[None, :]


def rows_where(mask: np.ndarray | np.bool) -> list[int]:
    """The rows where a mask is true, as plain whole numbers."""
    return [int(row) for row in np.flatnonzero(mask)]


def table_sizes(count: int, pinned_at: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """How many candidates each table must and may have, when `pinned_at[t]` sit there as a fact and `most` fit.

    Sizes differ by at most one. Where facts make that impossible, the tables that are too full stay as they
    are and the rest is spread evenly over the others. Returns (low, high).
    """
    low, high = pinned_at.copy(), pinned_at.copy()
    open_tables = pinned_at < most
    while open_tables.any():
        base, extra = divmod(count - int(pinned_at[~open_tables].sum()), int(open_tables.sum()))
        limit = base + (extra > 0)
        too_full = open_tables & (pinned_at > limit)
        if not too_full.any() and extra and (open_tables & (pinned_at == limit)).sum() > extra:
            too_full = open_tables & (pinned_at == limit)
        if not too_full.any():
            low[open_tables], high[open_tables] = base, limit
            return np.maximum(low, pinned_at), high
        open_tables &= ~too_full
    return low, high


def companions(count: int, pairs: list[tuple[int, int]]) -> np.ndarray:
    """Numbers the sets of people who must share a table (transitive): (n,) smallest row of each set."""
    root = list(range(count))

    def top(row: int) -> int:
        while root[row] != row:
            root[row] = root[root[row]]
            row = root[row]
        return row

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        root[second] = first
    return np.array([top(row) for row in range(count)], np.int32).reshape(count)


def lay_out(problem: Problem) -> Layout:
    """Turns ids into rows. Expects a problem whose ids are known to exist (see `contract.parse`)."""
    tables = {table.id: row for row, table in enumerate(problem.tables)}
    candidates = {person.id: row for row, person in enumerate(problem.candidates)}
    entrepreneurs = {person.id: row for row, person in enumerate(problem.entrepreneurs)}
    R, T, n, m = problem.rounds, len(tables), len(candidates), len(entrepreneurs)
    everyone = {**candidates, **{key: n + row for key, row in entrepreneurs.items()}}

    present = np.ones((R, n + m), bool)
    for away in problem.absent:
        present[max(0, away.from_round - 1) : away.to_round, everyone[away.person]] = False
    pinned = np.full((R, n + m), NOWHERE, np.int32)
    for seat in problem.fixed:
        pinned[seat.round - 1, everyone[seat.person]] = tables[seat.table]
    previous = np.full((R, n + m), NOWHERE, np.int32)
    for r, seating in enumerate(problem.previous or ()):
        for at in seating if r < R else ():
            for name in (*at.candidates, *at.entrepreneurs):
                if name in everyone:
                    previous[r, everyone[name]] = tables.get(at.table, CLOSED_TABLE)

    speaks = np.zeros((n, T), bool)
    allowed = np.zeros((n, T), bool)
    for row, person in enumerate(problem.candidates):
        for column, table in enumerate(problem.tables):
            speaks[row, column] = not person.languages.isdisjoint(table.languages)
            allowed[row, column] = speaks[row, column] and (table.step_free or not person.step_free)

    low, high = np.zeros((R, T), np.int32), np.zeros((R, T), np.int32)
    for r in range(R):
        facts = pinned[r, :n][present[r, :n]]
        counts = np.bincount(facts[facts >= 0], minlength=T).astype(np.int32)
        low[r], high[r] = table_sizes(int(present[r, :n].sum()), counts, problem.max_table_size)
    return Layout(
        problem=problem,
        affinity=np.ascontiguousarray(problem.affinity, np.int64).reshape(n, m),
        present=present[:, :n].copy(),
        entrepreneur_present=present[:, n:].copy(),
        pinned=pinned[:, :n].copy(),
        entrepreneur_pinned=pinned[:, n:].copy(),
        allowed=allowed,
        speaks=speaks,
        group=companions(n, [(candidates[a], candidates[b]) for a, b in problem.together]),
        apart=np.array([(candidates[a], candidates[b]) for a, b in problem.apart], np.int32).reshape(-1, 2),
        own_table=np.array(
            [NOWHERE if e.own_table is None else tables[e.own_table] for e in problem.entrepreneurs], np.int32
        ).reshape(m),
        low=low,
        high=high,
        previous_seat=previous,
    )


def sizes_within(layout: Layout, r: int, least: int, most: int) -> tuple[np.ndarray, np.ndarray]:
    """What every table must and may have (low, high) in a round whose sizes lie from `least` to `most` and never above
    `max_table_size`; a table in which more sit as a fact stays as it is."""
    pins = layout.pinned[r][layout.present[r]]
    facts = np.bincount(pins[pins >= 0], minlength=layout.allowed.shape[1])
    high = np.maximum(facts, min(most, layout.problem.max_table_size))
    return np.minimum(np.maximum(facts, least), high), high
