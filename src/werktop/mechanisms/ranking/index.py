"""The index that ranks: for every seeker the best profiles, and for every profile the best seekers."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np

from ..refusals import MalformedProblem
from .ground import Ground, lay_out
from .reasons import Reason, reason_of
from .search import LANES, best_of
from .sides import Side, side_of_profiles, side_of_seekers
from .tables import Profiles, Seekers

BATCH = 2_000
"""Asking rows that a thread takes at a time."""
MOST_CHANGED = 4_096
"""So many changed rows are looked through one by one before a side is laid out anew."""


class Relaxed(NamedTuple):
    """What is not asked for: that ranking shows who comes near. `abilities`: bits that need not be had."""

    distance: bool = False
    hours: bool = False
    day: bool = False
    abilities: int = 0


STRICT = Relaxed()


class _Most(NamedTuple):
    """The largest amount of a competency on a side, the largest sum of them in a row, and the largest affinities."""

    amount: int
    sum: int
    affinities: np.ndarray

    def or_more(self, other: "_Most") -> "_Most":
        return _Most(
            max(self.amount, other.amount),
            max(self.sum, other.sum),
            np.maximum(self.affinities, other.affinities),
        )


def _most_of(side: Side) -> _Most:
    return _Most(
        int(side.amounts.max(initial=0)),
        int(side.amounts.sum(1, np.int64).max(initial=0)),
        side.affinities.max(0, initial=0).astype(np.int64),
    )


class _Asked:
    """A side as it is found: its columns, where they lie, and which rows have changed since they were laid out."""

    def __init__(self, side: Side):
        self.side = side.copy()
        self.most = _most_of(side)
        self.lay_out()

    def lay_out(self) -> None:
        self.ground: Ground = lay_out(self.side)
        self.changed = np.zeros(0, np.int64)
        self.place = np.full(len(self.side), -1, np.int64)
        is_row = self.ground.row >= 0
        self.place[self.ground.row[is_row]] = np.flatnonzero(is_row)

    def put(self, row: int, other: Side) -> None:
        self.side.put(row, other, 0)
        if self.place[row] < 0:
            return
        self.ground.x[self.place[row]] = np.inf
        self.place[row] = -1
        self.changed = np.append(self.changed, row)
        if len(self.changed) > MOST_CHANGED:
            self.lay_out()


class Index:
    """Ranks `seekers` and `profiles` for one another. One thread at a time may change it, with no ranking under way.

    Score = 2 * sum over competencies of level * weight + sum over the eight affinities of the products: whole numbers,
    ties to the lowest row. Only rows that fit count: straight-line distance at most the seeker's radius (dx*dx + dy*dy <=
    radius*radius in float32), hours that meet, a start on or after the day the seeker is available, and every required
    ability had. `MalformedProblem` where scores would not fit in int32.
    """

    def __init__(self, seekers: Seekers, profiles: Profiles):
        self._seekers = _Asked(side_of_seekers(seekers))
        self._profiles = _Asked(side_of_profiles(profiles))
        self._make_room_for_scores()

    def profiles_for(
        self, seeker_rows: Any = None, k: int = 20, threads: int = 2, relaxed: Relaxed = STRICT
    ) -> tuple[np.ndarray, np.ndarray]:
        """For each of these seekers (None: all) the `k` best profiles and their scores: int32 (n, k) each, -1 where
        there are fewer. `relaxed`: what is not asked for."""
        return self._best(self._seekers, self._profiles, seeker_rows, k, threads, relaxed)

    def seekers_for(
        self, profile_rows: Any = None, k: int = 20, threads: int = 2, relaxed: Relaxed = STRICT
    ) -> tuple[np.ndarray, np.ndarray]:
        """For each of these profiles (None: all) the `k` best seekers and their scores, in the same form."""
        return self._best(self._profiles, self._seekers, profile_rows, k, threads, relaxed)

    def reason(self, seeker_row: int, profile_row: int) -> Reason:
        """Why these two have their score, and what keeps them apart. Rows as everywhere; `MalformedProblem` for others."""
        for row, side, name in (
            (seeker_row, self._seekers, "seeker_row"),
            (profile_row, self._profiles, "profile_row"),
        ):
            if not 0 <= row < len(side.side):
                raise MalformedProblem(name, "names a row that is not there")
        return reason_of(self._seekers.side, seeker_row, self._profiles.side, profile_row)

    def replace_seeker(self, row: int, seeker: Seekers) -> None:
        """Put `seeker` (a table of one row) in place of this row. Rankings from now on know it."""
        self._replace(self._seekers, row, side_of_seekers(seeker))

    def replace_profile(self, row: int, profile: Profiles) -> None:
        """Put `profile` (a table of one row) in place of this row. Rankings from now on know it."""
        self._replace(self._profiles, row, side_of_profiles(profile))

    def _replace(self, asked: _Asked, row: int, new: Side) -> None:
        if not 0 <= row < len(asked.side):
            raise MalformedProblem("row", f"must be from 0 to {len(asked.side) - 1}")
        if len(new) != 1 or np.count_nonzero(new.amounts) > asked.side.kinds.shape[1]:
            raise MalformedProblem("competencies", f"must be one row of at most {asked.side.kinds.shape[1]}")
        before, asked.most = asked.most, asked.most.or_more(_most_of(new))
        try:
            self._make_room_for_scores()
        except MalformedProblem:
            asked.most = before
            raise
        asked.put(row, new)

    def _make_room_for_scores(self) -> None:
        """The type of the lanes: one that holds the largest score which these tables could give."""
        a, b = self._seekers.most, self._profiles.most
        top = 2 * min(a.amount * b.sum, a.sum * b.amount) + int((a.affinities * b.affinities).sum())
        if top > np.iinfo(np.int32).max:
            raise MalformedProblem("levels", "times weights go beyond what a score can hold")
        self._lane = np.int16 if top <= np.iinfo(np.int16).max else np.int32

    def _best(
        self, asking: _Asked, asked: _Asked, rows: Any, k: int, threads: int, relaxed: Relaxed
    ) -> tuple[np.ndarray, np.ndarray]:
        rows = np.arange(len(asking.side)) if rows is None else np.atleast_1d(np.asarray(rows, np.int64))
        if k < 1 or (len(rows) and not (rows.min() >= 0 and rows.max() < len(asking.side))):
            raise MalformedProblem(
                "k" if k < 1 else "rows", "must be 1 or more" if k < 1 else "names a row that is not there"
            )
        found, scores = np.empty((len(rows), k), np.int32), np.empty((len(rows), k), np.int32)
        order = _from_west_to_east(asking.side, rows)
        free = (relaxed.distance, relaxed.hours, relaxed.day, np.uint64(relaxed.abilities))
        columns, others = _columns(asking.side), _columns(asked.side)
        size = max(LANES, asked.ground.block_size)

        def some(batch: np.ndarray) -> None:
            out = np.empty((2, len(batch), k), np.int32)
            best_of(
                rows[batch],
                columns,
                others,
                asked.ground,
                asked.changed,
                np.empty(size, self._lane),
                free,
                out[0],
                out[1],
            )
            found[batch], scores[batch] = out

        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        _each(some, batches, threads)
        return found, scores


def _columns(side: Side) -> tuple[np.ndarray, ...]:
    return (
        side.x,
        side.y,
        side.reach,
        side.low,
        side.high,
        side.day,
        side.bits,
        side.kinds,
        side.amounts,
        side.affinities,
    )


def _from_west_to_east(side: Side, rows: np.ndarray) -> np.ndarray:
    """An order in which neighbours follow each other, so that what one reads still lies near for the next."""
    if len(rows) < BATCH:
        return np.arange(len(rows))
    y = side.y[rows]
    return np.lexsort((side.x[rows], ((y - y.min()) / 4_000).astype(np.int64)))


def _each(work: Callable[[np.ndarray], None], batches: list[np.ndarray], threads: int) -> None:
    if threads < 2 or len(batches) < 2:
        for batch in batches:
            work(batch)
        return
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, batches))
