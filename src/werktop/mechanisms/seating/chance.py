"""Chance for compiled searches: each has its own generator, so that threads do not meet."""

import numpy as np
from numba import njit

from ..compiling import OPTIONS


@njit(inline="always", **OPTIONS)
def next_number(chance):
    """A xorshift64* generator; its state is an array of one, so that each search has its own."""
    x = chance[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    chance[0] = x
    return x * np.uint64(0x2545F4914F6CDD1D)


@njit(inline="always", **OPTIONS)
def below(chance, limit):
    """A whole number from 0 up to, not including, `limit`."""
    return np.int64(((next_number(chance) >> np.uint64(32)) * np.uint64(limit)) >> np.uint64(32))


@njit(inline="always", **OPTIONS)
def unit(chance):
    """A number in [0, 1)."""
    return np.float64(next_number(chance) >> np.uint64(11)) * (1.0 / 9007199254740992.0)
