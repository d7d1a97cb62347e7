"""A market's wishes in the order of everybody's list, for compiled searches that take either side alike."""

from typing import NamedTuple

import numpy as np

from .market import Market


class Wishes(NamedTuple):
    """People are numbered through: first the candidates (side 0), then the places (side 1). Person i's wishes are the
    pair rows `rows[first[i]:first[i + 1]]`, best first; `who[s, x]` and `tier[s, x]` say who wishes row x on side s and
    how much (0 is best); `room` is how many talks each person has left. All int64."""

    first: np.ndarray
    rows: np.ndarray
    who: np.ndarray
    tier: np.ndarray
    room: np.ndarray


def wishes_of(market: Market) -> Wishes:
    """The lists of everybody in this market."""
    n, m, p = len(market.seats), len(market.chairs), len(market.pairs)
    who = np.array(market.pairs.T, np.int64, order="C")
    who[1] += n
    tier = np.ascontiguousarray(market.ranks.T, np.int64)
    first = np.zeros(n + m + 1, np.int64)
    np.cumsum(np.bincount(who.reshape(-1), minlength=n + m), out=first[1:])
    rows = np.concatenate([np.lexsort((who[1 - s], tier[s], who[s])) for s in (0, 1)]).astype(np.int64)
    room = np.concatenate([market.seats, market.chairs]).astype(np.int64)
    return Wishes(first, rows.reshape(2 * p), who, tier, room)
