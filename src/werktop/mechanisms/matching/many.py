"""Matching a whole country at once: candidate-proposing deferred acceptance on arrays.

Gale and Shapley, College Admissions and the Stability of Marriage (1962), with capacities. Candidates gain nothing by
hiding a wish. The work is fixed by the answer (everybody proposes down to where they end); what takes time is waiting for
memory, a line for each proposal. So proposals are handled in batches: first every place of the batch is read, which the
processor does for many at once, then each is decided.
"""

from typing import Any

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from ..refusals import MalformedProblem

BATCH = 128
FREE = np.iinfo(np.int64).max
"""A chair that nobody has: whoever proposes is wanted more."""
CLOSED = np.iinfo(np.int64).min
"""The only chair of a place without any: nobody is wanted more."""
PERSON = 0x7FFFFFFF


def match_many(candidate_wants: Any, place_ranks: Any, capacities: Any) -> np.ndarray:
    """The place of each candidate, or -1: int32 (n,). Stable, and the best for every candidate among stable answers.

    `candidate_wants` (n, L): the k-th choice of candidate i, strict, -1 only at the end. `place_ranks` (n, L): how that
    place ranks i, lower is better; equal is a tie, which the lower row wins. `capacities` (m,): chairs of each place, 0
    allowed. All int32. `MalformedProblem` names what is wrong.
    """
    wants, ranks, chairs = (
        _whole(name, column)
        for name, column in (
            ("candidate_wants", candidate_wants), ("place_ranks", place_ranks), ("capacities", capacities),
        )
    )  # fmt: skip
    if wants.ndim != 2 or ranks.shape != wants.shape:
        raise MalformedProblem(
            "place_ranks", "must have a rank for each of candidate_wants, which has two dimensions"
        )
    if chairs.ndim != 1:
        raise MalformedProblem("capacities", "must have one dimension")
    if wants.shape[1] == 0:
        return np.full(len(wants), -1, np.int32)
    if (row := _first_wrong(wants, len(chairs))) >= 0:
        raise MalformedProblem(
            f"candidate_wants[{row}]", "names a place that is not there, or a place after -1"
        )
    if (chairs < 0).any():
        raise MalformedProblem(f"capacities[{int(np.argmax(chairs < 0))}]", "must be 0 or more")
    place, _ = _deferred_acceptance(wants, ranks, chairs)
    return place


def _whole(name: str, given: Any) -> np.ndarray:
    column = np.asarray(given)
    if column.dtype.kind not in "iu":
        raise MalformedProblem(name, "must hold whole numbers")
    if column.dtype == np.int32:
        return np.ascontiguousarray(column)
    limits = np.iinfo(np.int32)
    if column.size and (column.min() < limits.min or column.max() > limits.max):
        raise MalformedProblem(name, "must hold int32")
    return np.ascontiguousarray(column, np.int32)


@njit(**OPTIONS)
def _first_wrong(wants, places):
    n, length = wants.shape
    flat = wants.reshape(n * length)
    lowest, highest = np.int32(0), np.int32(-1)
    for x in range(flat.size):
        lowest, highest = min(lowest, flat[x]), max(highest, flat[x])
    if lowest >= 0 and highest < places:
        return -1  # no list ends early and every place is there
    for i in range(n):
        for k in range(length):
            p = wants[i, k]
            if p < -1 or p >= places or (k and p >= 0 and wants[i, k - 1] < 0):
                return i
    return -1


@njit(**OPTIONS)
def _seat(held, first, chairs, key):
    """Put `key` in place of the worst at a place: `held` from `first` is a heap, the worst on top."""
    j = 0
    while True:
        below = 2 * j + 1
        if below >= chairs:
            break
        if below + 1 < chairs and held[first + below + 1] > held[first + below]:
            below += 1
        if held[first + below] <= key:
            break
        held[first + j] = held[first + below]
        j = below
    held[first + j] = key


@njit(**OPTIONS)
def _deferred_acceptance(wants, ranks, capacities):
    n, length = wants.shape
    first = np.empty(capacities.size + 1, np.int64)
    first[0] = 0
    for p in range(capacities.size):
        first[p + 1] = first[p] + max(capacities[p], 1)
    held = np.full(first[-1], FREE)
    for p in range(capacities.size):
        if capacities[p] == 0:
            held[first[p]] = CLOSED
    choice = np.zeros(n, np.int32)
    place = np.full(n, -1, np.int32)
    asking, refused = np.arange(n).astype(np.int32), np.empty(n, np.int32)
    to, key, where, room = (
        np.empty(BATCH, np.int32), np.empty(BATCH, np.int64), np.empty(BATCH, np.int64), np.empty(BATCH, np.int64),
    )  # fmt: skip
    waiting, touched = n, np.int64(0)
    while waiting > 0:
        turned_down = 0
        for begin in range(0, waiting, BATCH):
            batch = min(BATCH, waiting - begin)
            for x in range(batch):
                i = asking[begin + x]
                k = choice[i]
                to[x] = wants[i, k] if k < length else -1
                key[x] = (np.int64(ranks[i, min(k, length - 1)]) << 32) | i
            for x in range(batch):
                p = max(to[x], 0)
                where[x] = first[p]
                room[x] = first[p + 1] - first[p]
            for x in range(batch):
                touched += held[where[x]]
            for x in range(batch):
                if to[x] < 0:
                    continue
                i = asking[begin + x]
                worst = held[where[x]]
                if key[x] < worst:
                    _seat(held, where[x], room[x], key[x])
                    place[i] = to[x]
                    if worst == FREE:
                        continue
                    i = np.int32(worst & PERSON)
                    place[i] = -1
                choice[i] += 1
                refused[turned_down] = i
                turned_down += 1
        asking, refused = refused, asking
        waiting = turned_down
    return place, touched  # which is told, or the compiler would leave the reading out
