"""Seekers and profiles in one form, so that one search serves both directions."""

from dataclasses import dataclass, fields

import numpy as np

from .tables import Profiles, Seekers


@dataclass(frozen=True, eq=False)
class Side:
    """One of the two tables, as the other side meets it. Two rows fit each other when their distance is at most the
    `reach` of the one that has it, their hours meet, their `day`s add up to 0 or more, and no bit stands in both `bits`.
    """

    x: np.ndarray
    y: np.ndarray
    reach: np.ndarray
    """Metres, float32; empty for profiles, which have none."""
    low: np.ndarray
    high: np.ndarray
    day: np.ndarray
    """Of a profile the day on which it starts, of a seeker less the day from which that is possible."""
    bits: np.ndarray
    """Of a profile what it requires, of a seeker what is not had."""
    kinds: np.ndarray
    amounts: np.ndarray
    affinities: np.ndarray

    def __len__(self) -> int:
        return len(self.x)

    def copy(self) -> "Side":
        """The same rows in arrays of their own."""
        return Side(*(getattr(self, each.name).copy() for each in fields(self)))

    def put(self, row: int, other: "Side", other_row: int) -> None:
        """Write a row of `other` over one of this side. Places for competencies that it has not stay empty."""
        for name in ("x", "y", "low", "high", "day", "bits", "affinities"):
            getattr(self, name)[row] = getattr(other, name)[other_row]
        if len(self.reach):
            self.reach[row] = other.reach[other_row]
        had = other.amounts[other_row] > 0
        width = int(had.sum())
        self.kinds[row, :width], self.amounts[row, :width] = (
            other.kinds[other_row, had],
            other.amounts[other_row, had],
        )
        self.amounts[row, width:] = 0


def side_of_seekers(table: Seekers) -> Side:
    """Seekers, to be found by a profile or to find profiles."""
    return Side(
        table.x_m, table.y_m, table.radius_m, table.hours_min, table.hours_max, -table.available_day,
        ~table.abilities, table.competencies, table.levels, table.affinities,
    )  # fmt: skip


def side_of_profiles(table: Profiles) -> Side:
    """Profiles, to be found by a seeker or to find seekers."""
    return Side(
        table.x_m, table.y_m, np.zeros(0, np.float32), table.hours_min, table.hours_max, table.start_day,
        table.required, table.competencies, table.weights, table.affinities,
    )  # fmt: skip
