"""The arrays the compiled search works on: facts that stay, and a seating that changes."""

import numpy as np

from .conflicts import wanted_entrepreneurs
from .layout import Layout, rows_where


def facts_of(layout: Layout) -> tuple:
    """What the moves read: affinity, groups, earlier seats, prices, permissions, apart lists, sizes,
    every candidate's favourite entrepreneurs, companions, and which entrepreneurs may move."""
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
    apart_start = np.concatenate([[0], np.cumsum([len(x) for x in enemies])]).astype(np.int32)
    apart_with = np.array([x for row in enemies for x in row], np.int32).reshape(-1)
    favourites = (
        min(m, max(1, 2 * problem.entrepreneurs_per_table * R)) if problem.entrepreneurs_per_table else 0
    )
    best = np.argsort(-layout.affinity, axis=1, kind="stable")[:, :favourites].astype(np.int32)
    entrepreneur_movable = (
        layout.entrepreneur_present & (layout.entrepreneur_pinned < 0) & (layout.own_table < 0)[None, :]
    )
    return (
        np.ascontiguousarray(layout.affinity, np.int64),
        layout.group,
        layout.previous_seat,
        np.int64(problem.repeat_penalty),
        np.int64(problem.change_cost),
        layout.allowed,
        movable,
        block,
        apart_start,
        apart_with,
        layout.low,
        layout.high,
        np.ascontiguousarray(best),
        np.array(start, np.int32),
        np.array(of, np.int32).reshape(-1),
        entrepreneur_movable,
    )


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
    free = layout.entrepreneur_present & (layout.entrepreneur_pinned < 0) & (layout.own_table < 0)[None, :]
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


def seating_from(layout: Layout, seats: np.ndarray, entrepreneur_seats: np.ndarray) -> tuple:
    """The changing arrays for a seating: seats (R, n) and slots, table members and entrepreneurs with their
    counts, how often each pair meets (n, m) and shares a table (n, n), rests per entrepreneur."""
    R, T, n, m = layout.shape
    at_most = int(
        max(1, layout.high.max(initial=1), *(np.bincount(s[s >= 0], minlength=1).max() for s in seats))
    )
    per_table = max(1, *(int(np.bincount(s[s >= 0], minlength=1).max()) for s in entrepreneur_seats))
    size, ecount = np.zeros((R, T), np.int32), np.zeros((R, T), np.int32)
    member = np.full((R, T, at_most + 1), -1, np.int32)
    tent = np.full((R, T, per_table), -1, np.int32)
    slot = np.full((R, n), -1, np.int32)
    meet, pairs = np.zeros((n, m), np.int16), np.zeros((n, n), np.int16)
    for r in range(R):
        for t in range(T):
            people = np.flatnonzero(seats[r] == t)
            guests = np.flatnonzero(entrepreneur_seats[r] == t)
            size[r, t], ecount[r, t] = len(people), len(guests)
            member[r, t, : len(people)] = people
            slot[r, people] = np.arange(len(people))
            tent[r, t, : len(guests)] = guests
            meet[np.ix_(people, guests)] += 1
            pairs[np.ix_(people, people)] += 1
    np.fill_diagonal(pairs, 0)
    rests = ((entrepreneur_seats < 0) & layout.entrepreneur_present).sum(axis=0).astype(np.int32)
    return (
        np.ascontiguousarray(seats, np.int32),
        slot,
        size,
        member,
        np.ascontiguousarray(entrepreneur_seats, np.int32),
        tent,
        ecount,
        meet,
        pairs,
        rests.reshape(m),
    )
