"""Stable matching by proposals: deferred acceptance, and with ties the second chance of Király."""

from collections import deque
from heapq import heappop, heappush

import numpy as np

from .market import Market


def propose(market: Market) -> np.ndarray:
    """A stable matching as a mask over `market.pairs`, in time linear in the wishes (but for sorting).

    Candidates propose from the top of their lists; within a tier first to places with a free chair. A place
    that is full lets go whoever has another free place in the same tier, then whoever it wants less. Who runs
    out of places gets one second chance, in which the own tier comes before others in a place's ties. Without
    ties this is candidate-proposing deferred acceptance (Gale and Shapley 1962); with ties the matching has
    at least two thirds of the largest stable one's pairs (Király, Linear Time Local Approximation Algorithm
    for Maximum Stable Marriage, Algorithms 6(3), 2013, with capacities as there described).
    """
    n, m = len(market.seats), len(market.chairs)
    wants: list[list[list[int]]] = [[] for _ in range(n)]
    order = np.lexsort((market.pairs[:, 1], market.ranks[:, 0], market.pairs[:, 0]))
    last = (-1, -1)
    for x in order.tolist():
        i = int(market.pairs[x, 0])
        tier = int(market.ranks[x, 0])
        if last != (i, tier):
            wants[i].append([])
            last = (i, tier)
        wants[i][-1].append(x)
    liking = market.ranks[:, 1].tolist()
    candidate_of = market.pairs[:, 0].tolist()
    tier_of = [0] * len(market.pairs)
    for i in range(n):
        for t, names in enumerate(wants[i]):
            for x in names:
                tier_of[x] = t

    place_of = market.pairs[:, 1].tolist()
    seats, chairs = market.seats.tolist(), market.chairs.tolist()
    refused = [False] * len(market.pairs)
    held = [False] * len(market.pairs)
    # a place that is full once stays full, so that what is passed over in these three need not be looked at again
    free_from = [[0] * len(tiers) for tiers in wants]
    may_go: list[deque[int]] = [deque() for _ in range(m)]
    liked_least: list[list[tuple[int, bool, int]]] = [[] for _ in range(m)]
    second_chance = [False] * n
    first_open = [0] * n
    waiting = deque(i for i in range(n) if seats[i] > 0 and wants[i])

    def free_wish(i: int, t: int) -> int:
        """The first wish in this tier for a place with a free chair that i has no talk with; -1 where there is none."""
        tier, at = wants[i][t], free_from[i][t]
        while at < len(tier) and (chairs[place_of[tier[at]]] == 0 or held[tier[at]]):
            at += 1
        free_from[i][t] = at
        return tier[at] if at < len(tier) else -1

    def next_wish(i: int) -> int:
        while first_open[i] < len(wants[i]):
            choice = free_wish(i, first_open[i])
            if choice < 0:
                tier = wants[i][first_open[i]]
                choice = next((x for x in tier if not refused[x] and not held[x]), -1)
            if choice >= 0:
                return choice
            first_open[i] += 1
        return -1

    def undecided_at(e: int) -> int:
        """Who has another free place in the same tier; -1 where nobody has."""
        while may_go[e]:
            x = may_go[e][0]
            if held[x] and free_wish(candidate_of[x], tier_of[x]) >= 0:
                return x
            may_go[e].popleft()
        return -1

    def worst_at(e: int) -> int:
        """Who is wanted least: the last tier, in it who had no second chance, of those the last row."""
        while True:
            _, had_chance, last = liked_least[e][0]
            if held[-last] and had_chance == second_chance[candidate_of[-last]]:
                return -last
            heappop(liked_least[e])
            if held[-last]:
                heappush(liked_least[e], (-liking[-last], True, last))

    def hold(x: int, e: int) -> None:
        held[x] = True
        may_go[e].append(x)
        i = candidate_of[x]
        heappush(liked_least[e], (-liking[x], second_chance[i], -x))
        chairs[e] -= 1
        seats[i] -= 1

    def let_go(x: int, e: int) -> None:
        held[x] = False
        chairs[e] += 1
        i = candidate_of[x]
        seats[i] += 1
        first_open[i] = min(first_open[i], tier_of[x])
        waiting.append(i)

    while waiting:
        i = waiting.popleft()
        while seats[i] > 0:
            x = next_wish(i)
            if x < 0:
                if second_chance[i]:
                    break
                second_chance[i] = True
                first_open[i] = 0
                for names in wants[i]:
                    for y in names:
                        refused[y] = False
                continue
            e = place_of[x]
            if chairs[e] == 0:
                leaves = undecided_at(e)
                if leaves < 0:
                    leaves = worst_at(e)
                    if (liking[x], not second_chance[i]) >= (
                        liking[leaves],
                        not second_chance[candidate_of[leaves]],
                    ):
                        refused[x] = True
                        continue
                    refused[leaves] = True
                let_go(leaves, e)
            hold(x, e)
    return np.array(held, bool)
