"""The arrays the compiled search works on: facts that stay, and a seating that changes."""

from typing import NamedTuple

import numpy as np

from .conflicts import wanted_entrepreneurs
from .layout import Layout, rows_where
from .worth import worth_of_every_chair

DEAREST = 1 << 22  # a price above this cannot change what is best

FAVOURITES = 2  # for every meeting that a candidate can have, so many entrepreneurs are looked for


class Facts(NamedTuple):
    """What stays as it is while the search runs. n candidates, m entrepreneurs, R rounds, T tables.

    affinity (n, m); group (n,): companions share a number; previous (R, n + m): an earlier plan's table, -1
    none, -2 a closed one; penalty and change: prices of a repeated pair and of a changed chair; allowed (n, T);
    movable (R, n); block (n,): number of a set of companions or -1, whose people are
    block_of[block_start[b]:block_start[b + 1]]; apart_with likewise per candidate; low, high (R, T);
    entrepreneur_movable (R, m); favourite (n, some): the entrepreneurs who are worth most to a candidate.
    """

    affinity: np.ndarray
    group: np.ndarray
    previous: np.ndarray
    penalty: np.int64
    change: np.int64
    allowed: np.ndarray
    movable: np.ndarray
    block: np.ndarray
    block_start: np.ndarray
    block_of: np.ndarray
    apart_start: np.ndarray
    apart_with: np.ndarray
    low: np.ndarray
    high: np.ndarray
    entrepreneur_movable: np.ndarray
    favourite: np.ndarray


class Seating(NamedTuple):
    """What changes. seat (R, n) and entrepreneur_seat (R, m): table rows, -1 without a chair; member and guest
    (R, T, …): who sits at a table, the first size (R, T) of member, guest filled up with -1; meet (n, m): in how
    many rounds a candidate meets an entrepreneur; pairs (n, n): how often two candidates share a table; rests
    (m,): rounds without a chair; worth (R, n, T): what candidate i would add to the objective by sitting at
    table t in round r, everything else as it is."""

    seat: np.ndarray
    size: np.ndarray
    member: np.ndarray
    entrepreneur_seat: np.ndarray
    guest: np.ndarray
    meet: np.ndarray
    pairs: np.ndarray
    rests: np.ndarray
    worth: np.ndarray


def facts_of(layout: Layout) -> Facts:
    """Gathers what the moves read."""
    R, T, n, m = layout.shape
    problem = layout.problem
    numbers, counts = np.unique(layout.group, return_counts=True)
    block = np.full(n, -1, np.int32)
    start, of = [0], []
    for number in numbers[counts > 1]:
        people = np.flatnonzero(layout.group == number)
        block[people] = len(start) - 1
        of.extend(people.tolist())
        start.append(len(of))
    movable = layout.present & (layout.pinned < 0)
    for r in range(R):  # who has a companion with a fixed seat stays there too
        held = np.unique(layout.group[layout.present[r] & (layout.pinned[r] >= 0)])
        movable[r] &= ~np.isin(layout.group, held)
    enemies: list[list[int]] = [[] for _ in range(n)]
    for a, b in layout.apart.tolist():
        enemies[a].append(b)
        enemies[b].append(a)
    dearest = min(DEAREST, (1 << 30) // (1 + int(layout.high.max(initial=1))))  # a table's worth fits 32 bits
    return Facts(
        affinity=np.ascontiguousarray(layout.affinity, np.int32),
        group=layout.group,
        previous=layout.previous_seat,
        penalty=np.int64(min(problem.repeat_penalty, dearest)),
        change=np.int64(min(problem.change_cost, dearest)),
        allowed=layout.allowed,
        movable=movable,
        block=block,
        block_start=np.array(start, np.int32),
        block_of=np.array(of, np.int32).reshape(-1),
        apart_start=np.concatenate([[0], np.cumsum([len(x) for x in enemies])]).astype(np.int32),
        apart_with=np.array([x for row in enemies for x in row], np.int32).reshape(-1),
        low=layout.low,
        high=layout.high,
        entrepreneur_movable=layout.entrepreneur_movable,
        favourite=_favourites(layout),
    )


def _favourites(layout: Layout) -> np.ndarray:
    """For every candidate the entrepreneurs who are worth most to them, FAVOURITES for each that can be met."""
    R, _T, n, m = layout.shape
    most = min(m, FAVOURITES * R * max(1, layout.problem.entrepreneurs_per_table))
    return np.ascontiguousarray(np.argsort(-layout.affinity, axis=1, kind="stable")[:, :most], np.int32)


def seat_entrepreneurs(layout: Layout, rng: np.random.Generator) -> np.ndarray:
    """A first seating of the entrepreneurs (R, m), -1 resting: facts, own tables, then by turns, those with
    the most rests first, so that rests are spread evenly."""
    R, T, n, m = layout.shape
    seats = np.full((R, m), -1, np.int32)
    rests = np.zeros(m, int)
    for r in range(R):
        here = layout.entrepreneur_present[r]
        pins = layout.entrepreneur_pinned[r]
        seats[r] = np.where(here, pins, -1)
        wanted = wanted_entrepreneurs(layout, r)
        for e in rows_where(here & (pins < 0) & (layout.own_table >= 0)):
            if wanted[layout.own_table[e]] > 0:  # with k = 0, or in a settled round, nobody is added
                seats[r, e] = layout.own_table[e]
                wanted[layout.own_table[e]] -= 1
        free = np.flatnonzero(here & (pins < 0) & (layout.own_table < 0))
        order = sorted(free.tolist(), key=lambda e: (-rests[e], rng.random()))
        chairs = rng.permutation(np.repeat(np.arange(T), wanted))
        wished: dict[int, list[int]] = {}
        for e in order[: len(chairs)]:
            wished.setdefault(int(layout.previous_seat[r, n + e]), []).append(e)
        left = []
        for t in chairs.tolist():  # an earlier plan's chair where there is one
            if wished.get(t):
                seats[r, wished[t].pop()] = t
            else:
                left.append(t)
        waiting = [e for people in wished.values() for e in people]
        seats[r, waiting] = left
        rests[order[len(chairs) :]] += 1
    _even_out_rests(layout, seats, rests)
    return seats


def _even_out_rests(layout: Layout, seats: np.ndarray, rests: np.ndarray) -> None:
    """Someone with two rests more than another gives one away, as long as there is such a pair."""
    free = layout.entrepreneur_movable
    again = True
    while again:
        again = False
        for r in range(len(seats)):
            resting = np.flatnonzero(free[r] & (seats[r] < 0))
            seated = np.flatnonzero(free[r] & (seats[r] >= 0))
            if not len(resting) or not len(seated):
                continue
            most, least = resting[np.argmax(rests[resting])], seated[np.argmin(rests[seated])]
            if rests[most] - rests[least] >= 2:
                seats[r, most], seats[r, least] = seats[r, least], -1
                rests[most] -= 1
                rests[least] += 1
                again = True


def seating_from(layout: Layout, facts: Facts, seats: np.ndarray, entrepreneur_seats: np.ndarray) -> Seating:
    """The changing arrays for a seating of candidates (R, n) and entrepreneurs (R, m)."""
    R, T, n, m = layout.shape
    at_most = int(
        max(1, layout.high.max(initial=1), *(np.bincount(s[s >= 0], minlength=1).max() for s in seats))
    )
    per_table = max(1, *(int(np.bincount(s[s >= 0], minlength=1).max()) for s in entrepreneur_seats))
    size = np.zeros((R, T), np.int32)
    member = np.full((R, T, at_most + 1), -1, np.int32)
    guest = np.full((R, T, per_table), -1, np.int32)
    meet, pairs = np.zeros((n, m), np.int16), np.zeros((n, n), np.int16)
    for r in range(R):
        for t in range(T):
            people = np.flatnonzero(seats[r] == t)
            company = np.flatnonzero(entrepreneur_seats[r] == t)
            size[r, t] = len(people)
            member[r, t, : len(people)] = people
            guest[r, t, : len(company)] = company
            meet[np.ix_(people, company)] += 1
            pairs[np.ix_(people, people)] += 1
    np.fill_diagonal(pairs, 0)
    rests = ((entrepreneur_seats < 0) & layout.entrepreneur_present).sum(axis=0).astype(np.int32)
    seating = Seating(
        seat=np.array(seats, np.int32, order="C"),
        size=size,
        member=member,
        entrepreneur_seat=np.array(entrepreneur_seats, np.int32, order="C").reshape(R, m),
        guest=guest,
        meet=meet,
        pairs=pairs,
        rests=rests.reshape(m),
        worth=np.zeros((R, n, T), np.int32),
    )
    worth_of_every_chair(facts, seating)
    return seating
