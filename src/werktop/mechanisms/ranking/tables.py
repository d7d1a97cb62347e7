"""The two tables that are ranked for one another: seekers, and profiles of work. A column per fact, a row per one of them."""

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numba import njit

from ..compiling import OPTIONS
from ..refusals import MalformedProblem

INTERESTS = 8
"""Both sides have so many columns of affinities."""
TYPES = {
    "x_m": np.float32, "y_m": np.float32, "radius_m": np.float32, "abilities": np.uint64, "required": np.uint64,
}  # fmt: skip
"""Every other column holds int16."""


@dataclass(frozen=True, eq=False)
class Seekers:
    """Who looks for work. Places and radius in metres (a plane), hours a week from and to, the day from which they can
    start, abilities as bits, competencies by number with a level (0: no competency in this place), and affinities
    (n, 8). `MalformedProblem` names the first column that is wrong; nothing is below 0 but places may be.
    """

    x_m: np.ndarray
    y_m: np.ndarray
    radius_m: np.ndarray
    hours_min: np.ndarray
    hours_max: np.ndarray
    available_day: np.ndarray
    abilities: np.ndarray
    competencies: np.ndarray
    levels: np.ndarray
    affinities: np.ndarray

    def __post_init__(self) -> None:
        _check(self, "levels")

    def __len__(self) -> int:
        return len(self.x_m)


@dataclass(frozen=True, eq=False)
class Profiles:
    """What is looked for, in any form of work: the same facts from the other side. `required`: abilities that
    must be had; `weights`: how much each competency counts (0: no competency in this place)."""

    x_m: np.ndarray
    y_m: np.ndarray
    hours_min: np.ndarray
    hours_max: np.ndarray
    start_day: np.ndarray
    required: np.ndarray
    competencies: np.ndarray
    weights: np.ndarray
    affinities: np.ndarray

    def __post_init__(self) -> None:
        _check(self, "weights")

    def __len__(self) -> int:
        return len(self.x_m)


def _check(table: Any, amounts: str) -> None:
    """Bring each column of `table` to its type, in a copy of its own; refuse what the contract does not allow."""
    n = len(table.x_m)
    for name in (each.name for each in fields(table)):
        given = np.asarray(getattr(table, name))
        is_wide = name in ("competencies", amounts, "affinities")
        if given.ndim != (2 if is_wide else 1) or len(given) != n:
            raise MalformedProblem(
                name,
                f"must have {'two dimensions' if is_wide else 'one dimension'}, a row for each of the {n}",
            )
        object.__setattr__(table, name, _typed(name, given))
    if table.affinities.shape[1] != INTERESTS:
        raise MalformedProblem("affinities", f"must have {INTERESTS} columns")
    if table.competencies.shape != getattr(table, amounts).shape:
        raise MalformedProblem(amounts, "must have a place for each of the competencies")
    row = _first_repeated(table.competencies, getattr(table, amounts))
    if row >= 0:
        raise MalformedProblem(f"competencies[{row}]", "names a competency twice")


def _typed(name: str, given: np.ndarray) -> np.ndarray:
    wanted: Any = np.dtype(TYPES.get(name, np.int16))
    if given.dtype.kind not in ("iuf" if wanted.kind == "f" else "iu"):
        raise MalformedProblem(name, f"must hold {'numbers' if wanted.kind == 'f' else 'whole numbers'}")
    with np.errstate(over="ignore"):
        column = np.array(given, wanted, order="C")
    if wanted.kind == "f":
        is_wrong = ~np.isfinite(column) | (column < 0 if name == "radius_m" else False)
    else:
        is_wrong = (given < 0) | (given > np.iinfo(wanted).max)
    if is_wrong.any():
        row = int(np.argwhere(is_wrong)[0][0])
        raise MalformedProblem(f"{name}[{row}]", "is outside what the column can hold")
    return column


@njit(**OPTIONS)
def _first_repeated(kinds, amounts):
    for i in range(kinds.shape[0]):
        for a in range(kinds.shape[1]):
            if amounts[i, a] != 0:
                for b in range(a):
                    if amounts[i, b] != 0 and kinds[i, a] == kinds[i, b]:
                        return i
    return -1
