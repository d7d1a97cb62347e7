"""Rounds in which nobody meets the same person twice, made by algebra where all meetings are worth the same.

The social golfer problem (CSPLib 010). Candidates stand in rows as long as there are tables, and a row and a place in it are
elements of a finite field. In the round of an element a, who stands at place c in row x sits at table c - a x: two people
of different rows meet in one round only, since (x - y) has an inverse, and two of one row in none. Those are the lines of a
transversal design (Bose, Shrikhande and Parker 1960; with as many rows as tables the affine plane of Bose 1938). As long
as no table has met within a row, a row may itself be dealt over tables in further rounds.
"""

import numpy as np

from .layout import Layout

MOST_TABLES = 128


def opening(layout: Layout, seats: np.ndarray) -> None:
    """Lays rounds without repeated pairs into `seats` (R, n), as many as are known, where nothing else decides who sits where:
    no affinity, no rule, no earlier plan. Elsewhere nothing is changed."""
    R, T, n, _m = layout.shape
    if (
        R < 2
        or not 2 <= T <= MOST_TABLES
        or layout.affinity.any()
        or not layout.present.all()
        or (layout.pinned >= 0).any()
        or (layout.previous_seat >= 0).any()
        or len(layout.apart)
        or len(np.unique(layout.group)) < n
        or not layout.allowed.all()
    ):
        return
    made = rounds_without_repeats(T, n)[:R]
    seats[: len(made)] = made


def rounds_without_repeats(tables: int, people: int) -> np.ndarray:
    """(rounds, people): the table of everybody in each of as many rounds as this construction knows, at least one. Tables
    differ by one person at most, and nobody shares a table with the same person twice."""
    rows, rest = divmod(people, tables)
    rows += rest > 0
    place, row = np.arange(people) % tables, np.arange(people) // tables
    times, minus = field(tables) if rows <= tables and tables > 1 else (None, None)
    if times is None or minus is None:
        return place[None, :]
    found = [minus[place, times[a, row]] for a in range(tables)]
    if not rest and rows > 1 and tables % rows == 0:
        # each row apart is the same problem with fewer tables
        fewer = tables // rows
        found += [row * fewer + within[place] for within in rounds_without_repeats(fewer, tables)]
    return np.array(found)


def field(q: int) -> tuple[np.ndarray, np.ndarray] | tuple[None, None]:
    """The products and the differences (q, q) in the finite field of q elements, numbered from 0 (zero) on; none where q
    is not a power of a prime. Elements are polynomials over the integers modulo the prime, written as numbers to that base."""
    prime = next((p for p in range(2, q + 1) if q % p == 0), 0)
    degree = 0
    while prime and prime ** (degree + 1) <= q:
        degree += 1
    if not prime or prime**degree != q:
        return None, None
    digits = np.arange(q)[:, None] // prime ** np.arange(degree) % prime
    minus = (digits[:, None] - digits) % prime @ prime ** np.arange(degree)
    powers = next(found for rest in range(q) if len(found := _powers_of_x(digits[rest], prime)) == q - 1)
    log = np.zeros(q, int)
    log[powers] = np.arange(q - 1)
    times = np.zeros((q, q), int)
    times[1:, 1:] = np.array(powers)[(log[1:, None] + log[1:]) % (q - 1)]
    return times, minus


def _powers_of_x(rest: np.ndarray, prime: int) -> list[int]:
    """1, x, x², … until 1 comes again or nothing does, where x to the degree is `rest` (of a field of prime order: where x
    is the number `rest`). All elements but zero only where `rest` makes a field with x as a generator."""
    degree = len(rest)
    base = prime ** np.arange(degree)
    element = np.eye(1, degree, dtype=int)[0]
    found: list[int] = []
    while (number := int(element @ base)) not in found[:1] and number and len(found) < prime**degree - 1:
        found.append(number)
        shifted = np.concatenate([[0], element[:-1]])
        element = (shifted + element[-1] * rest) % prime
    return found if number == 1 else []
