"""The JSON contract of seating (version 1): text in, text out, every error with the field's path."""

import difflib
from collections.abc import Iterable
from typing import Any

import numpy as np

from werktop.mechanisms.refusals import MalformedProblem

from .problem import (
    Absence,
    Candidate,
    Entrepreneur,
    FixedSeat,
    Plan,
    Problem,
    Rounds,
    Table,
    TableSeating,
)

FIELDS = (
    *("version", "rounds", "max_table_size", "entrepreneurs_per_table", "repeat_penalty"),
    *("tables", "candidates", "entrepreneurs", "affinity"),
    *("apart", "together", "fixed", "absent", "previous", "change_cost"),
)
MOST_ROUNDS = 40
MOST_AFFINITY = 1000


def parse(document: Any) -> Problem:
    """The problem in a decoded JSON document. Raises MalformedProblem naming the first wrong field."""
    fields = _object(document, "", FIELDS)
    if _integer(_needed(fields, "version"), "version", 1) != 1:
        raise MalformedProblem("version", "only version 1 is known")
    rounds = _integer(_needed(fields, "rounds"), "rounds", 1, MOST_ROUNDS)
    tables = [_table(x, f"tables[{i}]") for i, x in enumerate(_list(_needed(fields, "tables"), "tables"))]
    if not tables:
        raise MalformedProblem("tables", "at least one table is needed")
    candidates = [
        _candidate(x, f"candidates[{i}]")
        for i, x in enumerate(_list(_needed(fields, "candidates"), "candidates"))
    ]
    table_ids = {t.id for t in tables}
    entrepreneurs = [
        _entrepreneur(x, f"entrepreneurs[{i}]", table_ids)
        for i, x in enumerate(_list(_needed(fields, "entrepreneurs"), "entrepreneurs"))
    ]
    _unique([("tables", tables), ("candidates", candidates), ("entrepreneurs", entrepreneurs)])
    candidate_ids = {c.id for c in candidates}
    people = candidate_ids | {e.id for e in entrepreneurs}
    fixed = [
        _fixed(x, f"fixed[{i}]", rounds, people, table_ids)
        for i, x in enumerate(_list(_optional(fields, "fixed"), "fixed"))
    ]
    seen: dict[tuple[int, str], str] = {}
    for i, seat in enumerate(fixed):
        if seen.setdefault((seat.round, seat.person), seat.table) != seat.table:
            raise MalformedProblem(
                f"fixed[{i}]", f"{seat.person} is already fixed elsewhere in round {seat.round}"
            )
    return Problem(
        rounds=rounds,
        tables=tables,
        candidates=candidates,
        entrepreneurs=entrepreneurs,
        affinity=_affinity(_needed(fields, "affinity"), len(candidates), len(entrepreneurs)),
        max_table_size=_integer(_needed(fields, "max_table_size"), "max_table_size", 1),
        entrepreneurs_per_table=_integer(
            fields.get("entrepreneurs_per_table", 2), "entrepreneurs_per_table", 0
        ),
        repeat_penalty=_integer(fields.get("repeat_penalty", 50), "repeat_penalty", 0, 10**9),
        apart=_pairs(fields, "apart", candidate_ids),
        together=_pairs(fields, "together", candidate_ids),
        fixed=fixed,
        absent=[
            _absence(x, f"absent[{i}]", rounds, people)
            for i, x in enumerate(_list(_optional(fields, "absent"), "absent"))
        ],
        previous=None if fields.get("previous") is None else parse_rounds(fields["previous"], "previous"),
        change_cost=_integer(fields.get("change_cost", 0), "change_cost", 0, 10**9),
    )


def parse_rounds(document: Any, path: str = "rounds") -> Rounds:
    """The `rounds` of an answer, as they come back in `previous`; ids in it may be unknown by now."""
    rounds = []
    for r, seating in enumerate(_list(document, path)):
        tables = []
        for t, table in enumerate(_list(seating, f"{path}[{r}]")):
            where = f"{path}[{r}][{t}]"
            fields = _object(table, where, ("table", "candidates", "entrepreneurs"))
            tables.append(
                TableSeating(
                    _text(_needed(fields, "table", where), f"{where}.table"),
                    _texts(_needed(fields, "candidates", where), f"{where}.candidates"),
                    _texts(_needed(fields, "entrepreneurs", where), f"{where}.entrepreneurs"),
                )
            )
        rounds.append(tuple(tables))
    return tuple(rounds)


def as_json(plan: Plan) -> dict[str, Any]:
    """The answer of the contract: {"rounds": ..., "report": ...}."""
    rounds = [
        [
            {"table": at.table, "candidates": list(at.candidates), "entrepreneurs": list(at.entrepreneurs)}
            for at in seating
        ]
        for seating in plan.rounds
    ]
    return {"rounds": rounds, "report": dict(vars(plan.report)) if plan.report else None}


def _table(value: Any, path: str) -> Table:
    fields = _object(value, path, Table._fields)
    return Table(
        _identity(fields, path),
        frozenset(_texts(_needed(fields, "languages", path), f"{path}.languages")),
        _boolean(fields.get("step_free", False), f"{path}.step_free"),
    )


def _candidate(value: Any, path: str) -> Candidate:
    fields = _object(value, path, Candidate._fields)
    return Candidate(
        _identity(fields, path),
        frozenset(_texts(_needed(fields, "languages", path), f"{path}.languages")),
        _boolean(fields.get("step_free", False), f"{path}.step_free"),
    )


def _entrepreneur(value: Any, path: str, tables: set[str]) -> Entrepreneur:
    fields = _object(value, path, Entrepreneur._fields)
    own = fields.get("own_table")
    if own is not None:
        own = _known(own, f"{path}.own_table", tables, "table")
    return Entrepreneur(_identity(fields, path), own)


def _fixed(value: Any, path: str, rounds: int, people: set[str], tables: set[str]) -> FixedSeat:
    fields = _object(value, path, FixedSeat._fields)
    return FixedSeat(
        _integer(_needed(fields, "round", path), f"{path}.round", 1, rounds),
        _known(_needed(fields, "person", path), f"{path}.person", people, "person"),
        _known(_needed(fields, "table", path), f"{path}.table", tables, "table"),
    )


def _absence(value: Any, path: str, rounds: int, people: set[str]) -> Absence:
    fields = _object(value, path, Absence._fields)
    start = _integer(_needed(fields, "from_round", path), f"{path}.from_round", 1, rounds)
    return Absence(
        _known(_needed(fields, "person", path), f"{path}.person", people, "person"),
        start,
        _integer(_needed(fields, "to_round", path), f"{path}.to_round", start, rounds),
    )


def _pairs(fields: dict[str, Any], name: str, candidates: set[str]) -> list[tuple[str, str]]:
    pairs = []
    for i, pair in enumerate(_list(_optional(fields, name), name)):
        path = f"{name}[{i}]"
        if len(_list(pair, path)) != 2:
            raise MalformedProblem(path, "must be a pair of candidates")
        one, other = (_known(x, f"{path}[{j}]", candidates, "candidate") for j, x in enumerate(pair))
        if one == other:
            raise MalformedProblem(path, f"{one} is paired with itself")
        pairs.append((one, other))
    return pairs


def _affinity(value: Any, rows: int, columns: int) -> np.ndarray:
    matrix = _list(value, "affinity")
    if len(matrix) != rows:
        raise MalformedProblem("affinity", f"has {len(matrix)} rows for {rows} candidates")
    for i, row in enumerate(matrix):
        if len(_list(row, f"affinity[{i}]")) != columns:
            raise MalformedProblem(f"affinity[{i}]", f"has {len(row)} columns for {columns} entrepreneurs")
        if not all(type(x) is int and 0 <= x <= MOST_AFFINITY for x in row):
            for j, x in enumerate(row):
                _integer(x, f"affinity[{i}][{j}]", 0, MOST_AFFINITY)
    return np.array(matrix, np.int64).reshape(rows, columns)


def _unique(lists: Iterable[tuple[str, list[Any]]]) -> None:
    seen: dict[str, str] = {}
    for name, things in lists:
        for i, thing in enumerate(things):
            path = f"{name}[{i}].id"
            if thing.id in seen:
                raise MalformedProblem(path, f"'{thing.id}' is already the id at {seen[thing.id]}")
            seen[thing.id] = path


def _object(value: Any, path: str, known: Iterable[str]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise MalformedProblem(path, "must be a JSON object")
    for name in value:
        if name not in known:  # foreign keys are left alone, but a slip of the pen must not drop a rule
            near = difflib.get_close_matches(name, [k for k in known if k not in value], 1, 0.75)
            if near:
                raise MalformedProblem(f"{path}.{name}" if path else name, f"unknown; '{near[0]}' was meant?")
    return value


def _needed(fields: dict[str, Any], name: str, path: str = "") -> Any:
    if name not in fields:
        raise MalformedProblem(f"{path}.{name}" if path else name, "is missing")
    return fields[name]


def _optional(fields: dict[str, Any], name: str) -> Any:
    value = fields.get(name)
    return [] if value is None else value


def _list(value: Any, path: str) -> list[Any]:
    if not isinstance(value, list):
        raise MalformedProblem(path, "must be a list")
    return value


def _integer(value: Any, path: str, least: int, most: int | None = None) -> int:
    if type(value) is not int:
        raise MalformedProblem(path, "must be a whole number")
    if value < least or (most is not None and value > most):
        limits = f"from {least} to {most}" if most is not None else f"at least {least}"
        raise MalformedProblem(path, f"is {value}, must be {limits}")
    return value


def _boolean(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise MalformedProblem(path, "must be true or false")
    return value


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str) or not value:
        raise MalformedProblem(path, "must be a text that is not empty")
    return value


def _texts(value: Any, path: str) -> tuple[str, ...]:
    return tuple(_text(x, f"{path}[{i}]") for i, x in enumerate(_list(value, path)))


def _identity(fields: dict[str, Any], path: str) -> str:
    return _text(_needed(fields, "id", path), f"{path}.id")


def _known(value: Any, path: str, known: set[str], what: str) -> str:
    if _text(value, path) not in known:
        raise MalformedProblem(path, f"'{value}' is not a known {what}")
    return value
