"""The tables made from rows as a database driver gives them: numbers of Python, and lists of uneven length."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from itertools import chain
from typing import Any

import numpy as np

from ..refusals import MalformedProblem
from .tables import INTERESTS, TYPES, Profiles, Seekers

LISTS = ("competencies", "levels", "weights", "affinities")


def seekers_from_rows(rows: Iterable[Sequence[Any]]) -> Seekers:
    """A row for each seeker, its values in the order of the fields of `Seekers`: competencies and their levels as two
    lists of the same length, affinities as a list of eight, abilities as 64 bits that may be signed (a bigint), days
    as numbers. `MalformedProblem` names the first field that is wrong, with its row where there is one."""
    return Seekers(**_columns(Seekers, "levels", list(rows)))


def profiles_from_rows(rows: Iterable[Sequence[Any]]) -> Profiles:
    """A row for each profile, its values in the order of the fields of `Profiles`; the rest as for seekers."""
    return Profiles(**_columns(Profiles, "weights", list(rows)))


def _columns(table: type, amounts: str, rows: list[Sequence[Any]]) -> dict[str, np.ndarray]:
    names = [each.name for each in fields(table)]
    for i, row in enumerate(rows):
        if not isinstance(row, (tuple, list)) or len(row) != len(names):
            raise MalformedProblem(f"rows[{i}]", f"must have {len(names)} values: {', '.join(names)}")
    given = {name: [row[k] for row in rows] for k, name in enumerate(names)}
    length = {name: _lengths(name, given[name]) for name in names if name in LISTS}
    _refuse_where(
        length[amounts] != length["competencies"], amounts, "must have a place for each of the competencies"
    )
    _refuse_where(length["affinities"] != INTERESTS, "affinities", f"must have {INTERESTS} places")
    columns = {
        name: _ragged(name, given[name], length[name]) if name in LISTS else _numbers(name, given[name])
        for name in names
    }
    if not rows:
        columns["affinities"] = np.zeros((0, INTERESTS), np.int16)
    return columns


def _lengths(name: str, lists: Sequence[Any]) -> np.ndarray:
    for i, each in enumerate(lists):
        if not isinstance(each, (list, tuple)):
            raise MalformedProblem(f"{name}[{i}]", "must be a list")
    return np.fromiter(map(len, lists), np.int64, len(lists))


def _ragged(name: str, lists: Sequence[Sequence[Any]], length: np.ndarray) -> np.ndarray:
    """A row for each list, with zeros after its end."""
    flat = _numbers(name, list(chain.from_iterable(lists)), length)
    wide = np.zeros((len(lists), int(length.max(initial=0))), flat.dtype)
    wide[np.arange(wide.shape[1]) < length[:, None]] = flat
    return wide


def _numbers(name: str, values: Sequence[Any], length: np.ndarray | None = None) -> np.ndarray:
    """An array of `values`, which stand in lists of so many (None: one in a row). Their range is left to the tables."""
    wanted = np.dtype(TYPES.get(name, np.int16))
    try:
        column = np.array(values) if len(values) else np.zeros(0, wanted)
    except (ValueError, OverflowError):  # lists among the values
        column = np.array(None)
    if column.ndim != 1 or column.dtype.kind not in ("iuf" if wanted.kind == "f" else "iu"):
        at = next((i for i, value in enumerate(values) if not _is_number(value, wanted.kind)), 0)
        row = at if length is None else int(np.searchsorted(np.cumsum(length), at, "right"))
        raise MalformedProblem(
            f"{name}[{row}]", f"must hold {'a number' if wanted.kind == 'f' else 'whole numbers of 64 bits'}"
        )
    if wanted == np.uint64 and column.dtype.kind == "i":
        return column.astype(np.int64).view(np.uint64)  # the same bits; in a bigint the last one is the sign
    return column


def _is_number(value: Any, kind: str) -> bool:
    if isinstance(value, (int, np.integer)):
        return -(2**63) <= int(value) < 2**63
    return kind == "f" and isinstance(value, (float, np.floating))


def _refuse_where(is_wrong: np.ndarray, name: str, words: str) -> None:
    if is_wrong.any():
        raise MalformedProblem(f"{name}[{int(np.argmax(is_wrong))}]", words)
