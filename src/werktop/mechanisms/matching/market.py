"""What is left to decide once agreed pairs stand: mutual wishes as rows and ranks."""

from dataclasses import dataclass

import numpy as np

from .problem import Problem


@dataclass(frozen=True)
class Market:
    """Rows instead of ids. `pairs` (p, 2) are the mutual wishes (candidate row, place row) that can still be
    met; `ranks` (p, 2) the tier each side puts the other in (0 is best). `seats` and `chairs` are the talks
    candidates and places have left after the agreed ones; `has_talk`/`has_guest` say who has an agreed one.
    """

    pairs: np.ndarray
    ranks: np.ndarray
    seats: np.ndarray
    chairs: np.ndarray
    has_talk: np.ndarray
    has_guest: np.ndarray

    def is_strict(self) -> bool:
        """Whether nobody is indifferent between two people who could still be met."""
        for side in (0, 1):
            seen = np.stack([self.pairs[:, side], self.ranks[:, side]], axis=1)
            if len(np.unique(seen, axis=0)) < len(seen):
                return False
        return True


def open_market(problem: Problem) -> Market:
    """The market of mutual wishes between people who have talks left."""
    candidates = {c.id: i for i, c in enumerate(problem.candidates)}
    places = {p.id: e for e, p in enumerate(problem.places)}
    agreed = {(candidates[c], places[p]) for c, p in problem.agreed}
    seats = np.array([c.capacity for c in problem.candidates], int).reshape(len(candidates))
    chairs = np.array([p.capacity for p in problem.places], int).reshape(len(places))
    has_talk, has_guest = np.zeros(len(candidates), bool), np.zeros(len(places), bool)
    for i, e in agreed:
        seats[i] -= 1
        chairs[e] -= 1
        has_talk[i] = has_guest[e] = True
    rank_by_place = {
        (candidates[c], e): tier
        for e, place in enumerate(problem.places)
        for tier, names in enumerate(place.wants)
        for c in names
    }
    found = [
        (i, places[p], tier, rank_by_place[i, places[p]])
        for i, candidate in enumerate(problem.candidates)
        for tier, names in enumerate(candidate.wants)
        for p in names
        if (i, places[p]) in rank_by_place
        and (i, places[p]) not in agreed
        and seats[i] > 0
        and chairs[places[p]] > 0
    ]
    table = np.array(sorted(found), int).reshape(-1, 4)
    return Market(
        table[:, :2], table[:, 2:], np.maximum(seats, 0), np.maximum(chairs, 0), has_talk, has_guest
    )
