"""Wishes that no stable matching can meet, found before anything is searched.

Take a place and the candidates whom it likes at least as much as some tier. If it had a chair left, or gave one to
somebody liked less, each of them would have to be content: with this place, or full with others that they like at least
as much. Where there is not enough for all of them (Hall 1935), the place never takes anybody liked less, and those wishes
can go; what goes makes others go; and so from the other side. What is left has exactly the same stable matchings, and
what could be met of it without stability (`exact.most_pairs`) is a bound close to the largest. Looking at first choices so
is Irving and Manlove's (Finding large stable matchings, ACM JEA 14, 2009), at whole lists Delorme and others'
(Mathematical models for stable matching problems with ties and incomplete lists, EJOR 277, 2019).
"""

from dataclasses import replace

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from .market import Market
from .wishes import wishes_of


def without_impossible(market: Market) -> Market:
    """The same market without wishes that no stable matching meets. The rows that stay keep their order."""
    kept = np.ones(len(market.pairs), np.bool_)
    lists = wishes_of(market)
    while len(kept) and _strike(lists, kept):
        pass
    return replace(market, pairs=market.pairs[kept], ranks=market.ranks[kept])


@njit(**OPTIONS)
def _strike(lists, kept):
    """Strikes from `kept` what each person in turn never accepts; returns how many."""
    people = lists.room.size
    room, begin = np.empty(people, np.int64), np.zeros(people + 1, np.int64)
    for e in range(people):
        wished = lists.first[e + 1] - lists.first[e]
        room[e] = min(lists.room[e], wished + 1)
        begin[e + 1] = begin[e] + wished + 1
    depth = np.full(people, -1)  # how far down the list somebody who presses may look; -1: does not press
    only = np.full(people, -1)  # the one to whom a person with too few others must go
    taken, count, seen = np.empty(begin[-1], np.int64), np.zeros(people, np.int64), np.zeros(people, np.int64)
    paths = np.empty((4, max(people, begin[-1])), np.int64)
    for e in range(people):
        paths[3, begin[e] : begin[e + 1]] = e
    mark, struck = 0, 0
    for e in range(people):
        s = 0 if lists.first[e] < kept.size else 1
        room[e] -= 1  # the talk that is left, or goes to somebody liked less
        full_from = -1
        for z in range(lists.first[e], lists.first[e + 1]):
            x = lists.rows[z]
            if full_from >= 0 and lists.tier[s, x] > full_from and kept[x]:
                kept[x] = False
                struck += 1
            elif kept[x] and full_from < 0:
                i = lists.who[1 - s, x]
                depth[i] = lists.tier[1 - s, x]
                only[i] = e if _others(lists, kept, i, 1 - s, x) < lists.room[i] else -1
                mark += 1
                if not _find_room(
                    lists, kept, i, 1 - s, depth, only, room, begin, taken, count, seen, mark, paths
                ):
                    full_from = lists.tier[s, x]
        for z in range(lists.first[e], lists.first[e + 1]):
            i = lists.who[1 - s, lists.rows[z]]
            if depth[i] >= 0:
                depth[i] = -1
                for y in range(lists.first[i], lists.first[i + 1]):
                    count[lists.who[s, lists.rows[y]]] = 0
        room[e] += 1
    return struck


@njit(**OPTIONS)
def _others(lists, kept, i, s, x):
    """How many others i likes at least as much as in wish x, counted no further than i has talks."""
    found = 0
    for z in range(lists.first[i], lists.first[i + 1]):
        y = lists.rows[z]
        if lists.tier[s, y] > lists.tier[s, x] or found >= lists.room[i]:
            break
        found += kept[y] and y != x
    return found


@njit(**OPTIONS)
def _find_room(lists, kept, start, s, depth, only, room, begin, taken, count, seen, mark, paths):
    """Whether `start` finds one talk, others who press moving along where that helps: the shortest augmenting path.
    `paths` is room to work in: who waits, by whom each place was reached, which seat each person would leave, and whose
    each seat is. Without calling itself: compiled functions that do are not kept safely from one process to another."""
    queue, reached_by, seat_of, place_of = paths[0], paths[1], paths[2], paths[3]
    queue[0], head, tail = start, 0, 1
    seat_of[start] = -1
    while head < tail:
        i = queue[head]
        head += 1
        for z in range(lists.first[i], lists.first[i + 1]):
            x = lists.rows[z]
            if lists.tier[s, x] > depth[i]:
                break
            e = lists.who[1 - s, x]
            if not kept[x] or seen[e] == mark or (only[i] >= 0 and only[i] != e):
                continue
            seen[e] = mark
            reached_by[e] = i
            if count[e] < room[e]:
                seat = begin[e] + count[e]
                count[e] += 1
                while seat >= 0:  # everybody on the way moves one place along
                    taken[seat] = i
                    seat = seat_of[i]
                    if seat >= 0:
                        i = reached_by[place_of[seat]]
                return True
            for h in range(begin[e], begin[e] + count[e]):
                seat_of[taken[h]] = h
                queue[tail] = taken[h]
                tail += 1
    return False
