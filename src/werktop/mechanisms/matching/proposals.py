"""Stable matching by proposals: deferred acceptance, and with ties the second chance of Király."""

from collections import deque

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
    wants: list[list[list[tuple[int, int]]]] = [[] for _ in range(n)]
    order = np.lexsort((market.pairs[:, 1], market.ranks[:, 0], market.pairs[:, 0]))
    last = (-1, -1)
    for x in order.tolist():
        i, e = market.pairs[x].tolist()
        tier = int(market.ranks[x, 0])
        if last != (i, tier):
            wants[i].append([])
            last = (i, tier)
        wants[i][-1].append((e, x))
    liking = market.ranks[:, 1].tolist()
    candidate_of = market.pairs[:, 0].tolist()
    tier_of = [0] * len(market.pairs)
    for i in range(n):
        for t, names in enumerate(wants[i]):
            for _, x in names:
                tier_of[x] = t

    seats, chairs = market.seats.tolist(), market.chairs.tolist()
    refused = [False] * len(market.pairs)
    held = [False] * len(market.pairs)
    at_place: list[list[int]] = [[] for _ in range(m)]
    second_chance = [False] * n
    first_open = [0] * n
    waiting = deque(i for i in range(n) if seats[i] > 0 and wants[i])

    def next_wish(i: int) -> int:
        while first_open[i] < len(wants[i]):
            choice = -1
            for e, x in wants[i][first_open[i]]:
                if refused[x] or held[x]:
                    continue
                if chairs[e] > 0:
                    return x
                if choice < 0:
                    choice = x
            if choice >= 0:
                return choice
            first_open[i] += 1
        return -1

    def has_another(x: int) -> bool:
        tier = wants[candidate_of[x]][tier_of[x]]
        return len(tier) > 1 and any(chairs[e] > 0 and not held[y] and not refused[y] for e, y in tier)

    def let_go(x: int, e: int) -> None:
        held[x] = False
        at_place[e].remove(x)
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
                    for _, y in names:
                        refused[y] = False
                continue
            e = int(market.pairs[x, 1])
            if chairs[e] == 0:
                undecided = next((y for y in at_place[e] if has_another(y)), -1)
                if undecided >= 0:
                    let_go(undecided, e)
                else:
                    worst = max(at_place[e], key=lambda y: (liking[y], not second_chance[candidate_of[y]], y))
                    if (liking[x], not second_chance[i]) >= (
                        liking[worst],
                        not second_chance[candidate_of[worst]],
                    ):
                        refused[x] = True
                        continue
                    refused[worst] = True
                    let_go(worst, e)
            held[x] = True
            at_place[e].append(x)
            chairs[e] -= 1
            seats[i] -= 1
    return np.array(held, bool)
